import type { Palette } from '../tokens.ts'

export type Rgb = readonly [number, number, number]

/** Red, green and blue, 0..255, of a six-digit hex colour. */
export function parseHex(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

export function toHex(rgb: Rgb): string {
  return `#${rgb
    .map((part) =>
      Math.round(Math.min(255, Math.max(0, part)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** `share` of the way from `from` to `to`, in sRGB. Also what a cover of that opacity looks like on `from`. */
export function mix(from: string, to: string, share: number): string {
  const start = parseHex(from)
  const end = parseHex(to)
  return toHex([blend(start[0], end[0], share), blend(start[1], end[1], share), blend(start[2], end[2], share)])
}

/** Relative luminance 0..1 (WCAG 2.2). */
export function luminance(hex: string): number {
  const [red, green, blue] = parseHex(hex)
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/** Contrast ratio 1..21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const first = luminance(one)
  const second = luminance(other)
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05)
}

/** The ramp's colour for a score −1..+1; the neutral middle where there is no score. */
export function emotionColour(score: number | null, palette: Palette): string {
  const place = (Math.min(1, Math.max(-1, score ?? 0)) + 1) * 2
  const below = Math.min(3, Math.floor(place))
  return mix(palette.emotion[below] ?? palette.ink, palette.emotion[below + 1] ?? palette.ink, place - below)
}

const blend = (from: number, to: number, share: number): number => from + (to - from) * share

function linear(part: number): number {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
