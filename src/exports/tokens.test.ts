import { describe, expect, it } from 'vitest'
import { contrast, emotionColour, luminance, mix, parseHex, type Rgb } from './look/colour.ts'
import { palettes, ribbonOpacity, type Theme } from './tokens.ts'
import type { Palette } from './tokens.ts'
import { tokensToCss } from './tokens-to-css.ts'

type PlainColour = Exclude<keyof Palette, 'emotion' | 'lanes'>
const themes: Theme[] = ['light', 'dark']

describe.each(themes)('the %s theme', (theme) => {
  const palette = palettes[theme]
  const grounds: PlainColour[] = ['paper', 'surface', 'sunken']
  it('keeps AA for every text on every ground', () => {
    const texts: PlainColour[] = ['ink', 'inkSoft', 'inkFaint', 'accent', 'bad', 'good', 'warn', 'focus']
    for (const text of texts)
      for (const ground of grounds) expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
    for (const [ground, text] of [
      [palette.accent, palette.onAccent],
      [palette.badSoft, palette.ink],
      [palette.badSoft, palette.inkSoft],
      [palette.badSoft, palette.bad],
      [palette.goodSoft, palette.good],
    ] as const)
      expect(contrast(ground, text)).toBeGreaterThanOrEqual(4.5)
    for (const [kind, colour] of Object.entries(palette.lanes)) expect(contrast(colour, palette.surface), kind).toBeGreaterThanOrEqual(4.5)
  })
  it('keeps 3:1 for lines and colours that carry meaning', () => {
    for (const ground of ['paper', 'surface'] as const) {
      expect(contrast(palette.line, palette[ground])).toBeGreaterThanOrEqual(3)
      for (const colour of palette.emotion) expect(contrast(colour, palette[ground]), colour).toBeGreaterThanOrEqual(3)
    }
  })
  it('keeps AA for ink on every ribbon of the river', () => {
    for (const colour of palette.emotion)
      expect(contrast(palette.ink, mix(palette.paper, colour, ribbonOpacity)), colour).toBeGreaterThanOrEqual(4.5)
  })
  it('lets suffering stand out in grey print: contrast with the paper falls along the scale', () => {
    const contrasts = palette.emotion.map((colour) => contrast(colour, palette.paper))
    expect(contrasts).toEqual(contrasts.toSorted((a, b) => b - a))
  })
  it('keeps the ends and the middle of the scale apart for people who see no red or no green', () => {
    for (const matrix of [protanopia, deuteranopia]) {
      const seen = [-1, -0.5, 0, 1].map((score) => simulate(parseHex(emotionColour(score, palette)), matrix))
      for (let one = 0; one < seen.length; one++)
        for (let other = one + 1; other < seen.length; other++)
          expect(distance(seen[one] ?? [0, 0, 0], seen[other] ?? [0, 0, 0])).toBeGreaterThan(20)
    }
  })
  it('is written as CSS custom properties that hold nothing but names and plain values', () => {
    const css = tokensToCss(theme)
    expect(css).toContain(`--ink-soft: ${palette.inkSoft};`)
    expect(css).toContain(`--emotion-1: ${palette.emotion[0]};`)
    expect(css).not.toContain('undefined')
  })
})

it('computes contrast as WCAG does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(luminance('#808080')).toBeCloseTo(0.2159, 4)
})

// Machado, Oliveira and Fernandes 2009, severity 1.0, applied to linear RGB.
const protanopia = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
]
const deuteranopia = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
]

function simulate(rgb: Rgb, matrix: readonly (readonly number[])[]): Rgb {
  const linear = rgb.map((part) => (part / 255) ** 2.2)
  const seen = matrix.map(
    (row) =>
      Math.max(
        0,
        row.reduce((sum, weight, index) => sum + weight * (linear[index] ?? 0), 0),
      ) **
        (1 / 2.2) *
      255,
  )
  return [seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0]
}
const distance = (a: Rgb, b: Rgb): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
