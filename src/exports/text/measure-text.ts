import { advanceRanges } from './inter-advances.ts'

export interface TextStyle {
  /** Pixels. */
  readonly size: number
  /** 400 or 600. */
  readonly weight: number
}

/**
 * The width of a text in pixels, in Inter, without kerning. Characters that Inter lacks are estimated on the wide side,
 * because a text that takes less room than planned looks right and one that takes more is cut.
 */
export function measureText(text: string, style: TextStyle): number {
  let thousandths = 0
  for (const character of text) thousandths += advance(character.codePointAt(0) ?? 0, style.weight >= 500)
  return (thousandths * style.size) / 1000
}

interface Advances {
  readonly from: number
  readonly regular: readonly number[]
  readonly semibold: readonly number[]
}

const numbers = (line: string): number[] => line.split(' ').map(Number)
const ranges: readonly Advances[] = advanceRanges.map((range) => ({
  from: range.from,
  regular: numbers(range.regular),
  semibold: numbers(range.semibold),
}))

function advance(code: number, bold: boolean): number {
  for (const range of ranges) {
    const known = (bold ? range.semibold : range.regular)[code - range.from]
    if (known !== undefined && known > 0) return known
  }
  return estimate(code)
}

function estimate(code: number): number {
  if (isInvisible(code)) return 0
  if (isWide(code)) return 1050
  return code > 0xffff ? 1350 : 720
}

/** Combining marks, joiners, direction marks and variation selectors take no room. */
const isInvisible = (code: number): boolean =>
  code < 0x20 ||
  (code >= 0x300 && code <= 0x36f) ||
  (code >= 0x591 && code <= 0x5bd) ||
  (code >= 0x64b && code <= 0x65f) ||
  (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x202a && code <= 0x202e) ||
  (code >= 0xfe00 && code <= 0xfe0f)

/** Scripts written without spaces in full-width squares: a line may break between any two of them. */
export const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe4f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0x20000 && code <= 0x3fffd)
