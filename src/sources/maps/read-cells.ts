/** A row of a delimited text with the line it begins on, from 1. */
export interface CellRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of a delimited text; `unclosed` is the line of a quotation mark that nothing closes. */
export interface Cells {
  readonly rows: readonly CellRow[]
  readonly unclosed?: number
}

/** RFC 4180: a field that begins with a quotation mark runs to the closing one, over delimiters and line ends; a doubled mark stands for one. */
export function readCells(text: string, delimiter: string): Cells {
  const rows: CellRow[] = []
  let cells: string[] = []
  let line = 1
  let begin = 1
  let at = 0
  const end = (): void => {
    rows.push({ line: begin, cells })
    cells = []
    begin = line
  }
  while (at < text.length) {
    let value = ''
    if (text[at] === '"') {
      const quoted = quotedField(text, at + 1)
      if (!quoted) return { rows, unclosed: line }
      value = quoted.value
      line += lineEnds(text.slice(at, quoted.after))
      at = quoted.after
    }
    const from = at
    while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at += 1
    cells.push(value + text.slice(from, at))
    if (at >= text.length) break
    const sign = text[at]
    at += 1
    if (sign === delimiter) {
      if (at >= text.length) cells.push('')
      continue
    }
    if (sign === '\r' && text[at] === '\n') at += 1
    line += 1
    end()
  }
  if (cells.length > 0) end()
  return { rows }
}

/** Tab, comma or semicolon: the one that the first line that says something holds most of, outside quotation marks. */
export function delimiterOf(text: string): string {
  const first = text.split(/\r\n|[\n\r]/).find((line) => line.trim() !== '') ?? ''
  const bare = first.replaceAll(/"(?:[^"]|"")*"/g, '')
  const counts = ['\t', ',', ';'].map((sign) => ({ sign, count: bare.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best), { sign: ',', count: 1 }).sign
}

function quotedField(text: string, from: number): { readonly value: string; readonly after: number } | undefined {
  let value = ''
  for (let at = from; ;) {
    const close = text.indexOf('"', at)
    if (close < 0) return undefined
    value += text.slice(at, close)
    if (text[close + 1] !== '"') return { value, after: close + 1 }
    value += '"'
    at = close + 2
  }
}

const lineEnds = (text: string): number => (text.match(/\r\n|[\n\r]/g) ?? []).length
