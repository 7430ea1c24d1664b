import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { advanceRanges } from './inter-advances.ts'
import { measureText } from './measure-text.ts'
import { fitText, wrapText } from './wrap-text.ts'

const style = { size: 12, weight: 400 }

describe('measuring', () => {
  it.each([
    ['regular', '400Regular/Inter_400Regular.ttf'],
    ['semibold', '600SemiBold/Inter_600SemiBold.ttf'],
  ] as const)('has the widths that the %s font has', (weight, file) => {
    const advance = advancesOf(readFileSync(new URL(`../../../node_modules/@expo-google-fonts/inter/${file}`, import.meta.url)))
    for (const range of advanceRanges)
      range[weight]
        .split(' ')
        .forEach((width, index) => expect(Number(width), `U+${(range.from + index).toString(16)}`).toBe(advance(range.from + index)))
  })
  it('adds up: a hundred letters are a hundred times as wide as one', () => {
    expect(measureText('n'.repeat(100), style)).toBeCloseTo(100 * measureText('n', style), 6)
    expect(measureText('e\u0301', style)).toBe(measureText('e', style))
  })
})

describe('wrapping', () => {
  it('keeps every line within the width, and every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), fc.integer({ min: 40, max: 300 }), (text, width) => {
        const lines = wrapText(text, style, { width, lines: 400 })
        for (const line of lines) expect(measureText(line, style)).toBeLessThanOrEqual(width + 20)
        const bare = (words: string): string => words.replace(/\s|\u200b|\u3000/g, '')
        expect(bare(lines.join(''))).toBe(bare(text))
      }),
      { numRuns: 300 },
    )
  })
  it('breaks at spaces, and long words inside', () => {
    expect(wrapText('one two three', style, { width: 50, lines: 9 })).toEqual(['one two', 'three'])
    const lines = wrapText('x'.repeat(300), style, { width: 100, lines: 99 })
    expect(lines.join('')).toBe('x'.repeat(300))
    for (const line of lines) expect(measureText(line, style)).toBeLessThanOrEqual(100)
  })
  it('breaks Japanese between characters and never inside a family emoji', () => {
    expect(wrapText('注文した商品が届きました', style, { width: 52, lines: 9 })).toEqual(['注文した', '商品が届', 'きました'])
    expect(wrapText('👩‍👩‍👧'.repeat(3), style, { width: 60, lines: 9 }).every((line) => line.startsWith('👩') && line.endsWith('👧'))).toBe(
      true,
    )
  })
  it('ends in an ellipsis when there are more lines than room, within the width', () => {
    const lines = wrapText('many words that go on and on and on without an end', style, { width: 80, lines: 2 })
    expect(lines).toHaveLength(2)
    expect(lines[1]).toMatch(/…$/)
    expect(measureText(lines[1] ?? '', style)).toBeLessThanOrEqual(80)
    expect(fitText('short', style, 200)).toBe('short')
  })
})

/** The font's own tables, read plainly: cmap format 4 and hmtx. 0 where the font has no glyph. */
function advancesOf(font: Buffer): (code: number) => number {
  const tables = new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index) => [
      font.toString('latin1', 12 + index * 16, 16 + index * 16),
      font.readUInt32BE(20 + index * 16),
    ]),
  )
  const table = (name: string): number => tables.get(name) ?? 0
  const units = font.readUInt16BE(table('head') + 18)
  const metrics = font.readUInt16BE(table('hhea') + 34)
  const cmap = table('cmap')
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => cmap + font.readUInt32BE(cmap + 8 + index * 8))
  const sub = subtables.find((offset) => font.readUInt16BE(offset) === 4) ?? 0
  const half = font.readUInt16BE(sub + 6)
  const glyph = (code: number): number => {
    for (let at = 0; at < half; at += 2) {
      if (code > font.readUInt16BE(sub + 14 + at)) continue
      const first = font.readUInt16BE(sub + 16 + half + at)
      if (code < first) return 0
      const shift = font.readInt16BE(sub + 16 + 2 * half + at)
      const offset = font.readUInt16BE(sub + 16 + 3 * half + at)
      if (offset === 0) return (code + shift) & 0xffff
      const found = font.readUInt16BE(sub + 16 + 3 * half + at + offset + (code - first) * 2)
      return found === 0 ? 0 : (found + shift) & 0xffff
    }
    return 0
  }
  return (code) => {
    const index = glyph(code)
    return index === 0 ? 0 : Math.round((font.readUInt16BE(table('hmtx') + 4 * Math.min(index, metrics - 1)) * 1000) / units)
  }
}
