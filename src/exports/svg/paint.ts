import { emotionColour } from '../look/colour.ts'
import { palettes, type LaneColour, type Theme } from '../tokens.ts'

/** Colours by meaning, as text for a `fill`: hex where the theme is fixed, CSS variables where the page chooses it. */
export interface Paint {
  readonly colour: (name: PlainColour) => string
  readonly lane: (kind: LaneColour) => string
  /** For a score −1..+1, or no score. */
  readonly emotion: (score: number | null) => string
}

export type PlainColour =
  | 'paper'
  | 'surface'
  | 'sunken'
  | 'ink'
  | 'inkSoft'
  | 'inkFaint'
  | 'hairline'
  | 'line'
  | 'accent'
  | 'bad'
  | 'badSoft'
  | 'good'
  | 'lost'
  | 'open'

/** Paint of one theme, for pictures. */
export function fixedPaint(theme: Theme): Paint {
  const palette = palettes[theme]
  return { colour: (name) => palette[name], lane: (kind) => palette.lanes[kind], emotion: (score) => emotionColour(score, palette) }
}

/** Paint in the custom properties of `tokensToCss`, for pages that switch their theme. */
export const variablePaint: Paint = {
  colour: (name) => `var(--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)})`,
  lane: (kind) => `var(--lane-${kind})`,
  emotion: (score) => {
    const place = (Math.min(1, Math.max(-1, score ?? 0)) + 1) * 2
    const below = Math.min(3, Math.floor(place))
    const share = Math.round((place - below) * 100)
    if (share === 0) return `var(--emotion-${below + 1})`
    return `color-mix(in srgb, var(--emotion-${below + 2}) ${share}%, var(--emotion-${below + 1}))`
  },
}
