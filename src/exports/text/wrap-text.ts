import { isWide, measureText, type TextStyle } from './measure-text.ts'

export interface WrapBox {
  readonly width: number
  /** Lines at the most; the last one then ends in an ellipsis. */
  readonly lines: number
}

/**
 * The lines of a text that fit a box: broken at spaces, between characters of scripts without spaces, and inside words
 * longer than a line (never inside a grapheme). A line break in the text is kept. Always at least one line.
 */
export function wrapText(text: string, style: TextStyle, box: WrapBox): string[] {
  const room = Math.max(box.width, style.size * 1.5)
  const lines: string[] = []
  for (const paragraph of clean(text, room, box).split('\n')) {
    wrapParagraph(paragraph, lines, { style, room, most: box.lines + 1 })
    if (lines.length > box.lines) break
  }
  if (lines.length <= box.lines) return lines.length === 0 ? [''] : lines
  const kept = lines.slice(0, box.lines)
  kept[box.lines - 1] = fitText(`${kept[box.lines - 1] ?? ''}…`, style, room)
  return kept
}

/** The text itself, or as much of it as fits with an ellipsis. */
export function fitText(text: string, style: TextStyle, width: number): string {
  if (measureText(text, style) <= width) return text
  const marks = graphemes(text.replace(/…$/, ''))
  let kept = ''
  for (const mark of marks) {
    if (measureText(`${kept}${mark}…`, style) > width) break
    kept += mark
  }
  return `${kept.trimEnd()}…`
}

interface Wrapping {
  readonly style: TextStyle
  readonly room: number
  readonly most: number
}

function wrapParagraph(paragraph: string, lines: string[], wrapping: Wrapping): void {
  let line = ''
  let used = 0
  for (const piece of pieces(paragraph)) {
    for (const part of breakLong(piece, wrapping)) {
      if (lines.length >= wrapping.most) return
      const width = measureText(part.trimEnd(), wrapping.style)
      if (line !== '' && used + width > wrapping.room) {
        lines.push(line.trimEnd())
        line = ''
        used = 0
      }
      line += line === '' ? part.trimStart() : part
      used = measureText(line, wrapping.style)
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
}

/** Words with the spaces after them; single characters where no spaces are written. */
function pieces(text: string): string[] {
  const found: string[] = []
  let word = ''
  for (const character of text) {
    if (isWide(character.codePointAt(0) ?? 0)) {
      if (word !== '') found.push(word)
      found.push(character)
      word = ''
    } else {
      word += character
      if (character === ' ' || character === '\u200b') {
        found.push(word)
        word = ''
      }
    }
  }
  if (word !== '') found.push(word)
  return found
}

function breakLong(piece: string, wrapping: Wrapping): string[] {
  if (measureText(piece.trimEnd(), wrapping.style) <= wrapping.room) return [piece]
  const parts: string[] = []
  let part = ''
  for (const mark of graphemes(piece)) {
    if (part !== '' && measureText(part + mark, wrapping.style) > wrapping.room) {
      parts.push(part)
      part = ''
    }
    part += mark
  }
  return part === '' ? parts : [...parts, part]
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), (segment) => segment.segment)

/** Control characters become spaces; a text far longer than the box is cut first, so that a megabyte costs no more than a page. */
function clean(text: string, room: number, box: WrapBox): string {
  const enough = Math.ceil((room / 2) * (box.lines + 1)) + 200
  return text
    .slice(0, enough)
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\f\v]/g, ' ')
    .replace(/ {2,}/g, ' ')
}
