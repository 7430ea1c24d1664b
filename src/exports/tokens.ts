/**
 * The look of Wend, as data. The SVG builder, the HTML export and the web app (through `tokensToCss`) all read this one file.
 * Lengths are CSS pixels. Colours are six-digit hex, so that contrast can be computed and every renderer understands them.
 */
export type Theme = 'light' | 'dark'

export interface Palette {
  /** The page: warm paper, or deep night. */
  readonly paper: string
  /** Cards and panels. */
  readonly surface: string
  /** Heads, bands and hovered things. */
  readonly sunken: string
  readonly ink: string
  readonly inkSoft: string
  /** The faintest text that is still readable (AA). */
  readonly inkFaint: string
  /** Lines that only divide. */
  readonly hairline: string
  /** Lines that mean something (card edges, axes): at least 3:1. */
  readonly line: string
  readonly accent: string
  readonly onAccent: string
  readonly focus: string
  readonly bad: string
  readonly badSoft: string
  readonly good: string
  readonly goodSoft: string
  readonly warn: string
  /** Streams that leave without the goal, and those still open. */
  readonly lost: string
  readonly open: string
  readonly shadow: string
  /** −1, −0.5, 0, +0.5, +1. Contrast with the paper falls from −1 to +1, so that suffering stands out in grey print too. */
  readonly emotion: readonly [string, string, string, string, string]
  /** A quiet mark for each lane kind. */
  readonly lanes: Readonly<Record<LaneColour, string>>
}

export type LaneColour =
  | 'actions'
  | 'touchpoints'
  | 'channels'
  | 'thoughts'
  | 'emotions'
  | 'needs'
  | 'pain-points'
  | 'delights'
  | 'opportunities'
  | 'kpis'
  | 'verbatims'
  | 'owners'
  | 'backstage'
  | 'images'
  | 'custom'

const light: Palette = {
  paper: '#f7f2e8',
  surface: '#fffdf8',
  sunken: '#eee6d6',
  ink: '#25211b',
  inkSoft: '#544c40',
  inkFaint: '#6b6254',
  hairline: '#ddd2be',
  line: '#8f8370',
  accent: '#1c5f5c',
  onAccent: '#fffdf8',
  focus: '#8a3b12',
  bad: '#8e2f14',
  badSoft: '#f6e3d7',
  good: '#1c5f5c',
  goodSoft: '#dcebe4',
  warn: '#7a5200',
  lost: '#7d5a48',
  open: '#6f6a5c',
  shadow: '#4a3f2a',
  emotion: ['#6e1e12', '#a8431f', '#94805b', '#558f7d', '#2b9387'],
  lanes: {
    actions: '#46618a',
    touchpoints: '#1c5f5c',
    channels: '#4b7260',
    thoughts: '#6a5a8c',
    emotions: '#9a5a1c',
    needs: '#7a6a1f',
    'pain-points': '#8e2f14',
    delights: '#2f6b4a',
    opportunities: '#4c6b1f',
    kpis: '#3f5f73',
    verbatims: '#86486a',
    owners: '#5f574b',
    backstage: '#55606a',
    images: '#2f6470',
    custom: '#6b6254',
  },
}

const dark: Palette = {
  paper: '#14191b',
  surface: '#1d2426',
  sunken: '#232c2e',
  ink: '#f1e9da',
  inkSoft: '#c9c0af',
  inkFaint: '#a39b8b',
  hairline: '#343e40',
  line: '#7c8482',
  accent: '#7cc7b8',
  onAccent: '#10201f',
  focus: '#ffb37a',
  bad: '#ff9a73',
  badSoft: '#3a261f',
  good: '#7cc7b8',
  goodSoft: '#1c322f',
  warn: '#e6bd62',
  lost: '#b58d78',
  open: '#9fa39b',
  shadow: '#000000',
  emotion: ['#ff9c86', '#d68a3a', '#a5967a', '#6a9f8d', '#3b968b'],
  lanes: {
    actions: '#93b1de',
    touchpoints: '#7cc7b8',
    channels: '#98c4ad',
    thoughts: '#bcaae6',
    emotions: '#e3a566',
    needs: '#d0bf6a',
    'pain-points': '#ff9a73',
    delights: '#8fd0a6',
    opportunities: '#a9c878',
    kpis: '#96bbd2',
    verbatims: '#dd9fc0',
    owners: '#c3baaa',
    backstage: '#aeb9c2',
    images: '#8cc3cf',
    custom: '#b5ac9b',
  },
}

export const palettes: Readonly<Record<Theme, Palette>> = { light, dark }

export const fontFamily = "Inter, 'Inter Variable', system-ui, -apple-system, 'Segoe UI', sans-serif"

/** Sizes of type with their line heights. */
export const type = {
  display: { size: 30, line: 36, weight: 600 },
  title: { size: 20, line: 26, weight: 600 },
  heading: { size: 15, line: 20, weight: 600 },
  body: { size: 14, line: 20, weight: 400 },
  card: { size: 12, line: 16, weight: 400 },
  figure: { size: 17, line: 21, weight: 600 },
  small: { size: 11, line: 15, weight: 400 },
  tiny: { size: 10, line: 13, weight: 400 },
} as const

export const space = { hair: 2, tight: 4, small: 8, medium: 12, large: 16, wide: 24, vast: 40 } as const
export const radius = { small: 3, card: 5, panel: 10, pill: 999 } as const

/** How strongly a ribbon of the river covers the paper: light enough that ink on it keeps AA. */
export const ribbonOpacity = 0.5

export interface StandingLook {
  readonly label: string
  readonly meaning: string
  /** Lengths of dash and gap of the card's edge; empty is a solid line. */
  readonly dash: readonly number[]
  readonly hatched: boolean
  readonly filled: boolean
  readonly quoted: boolean
}

/** What each standing looks like and says; never colour alone. */
export const standings: Readonly<Record<'observed' | 'reported' | 'inferred' | 'assumed' | 'no data', StandingLook>> = {
  observed: { label: 'Observed', meaning: 'computed from recorded events', dash: [], hatched: false, filled: true, quoted: false },
  reported: { label: 'Reported', meaning: "customers' own words and scores", dash: [], hatched: false, filled: true, quoted: true },
  inferred: {
    label: 'Inferred',
    meaning: 'follows from a stated rule or model',
    dash: [1.5, 3],
    hatched: false,
    filled: true,
    quoted: false,
  },
  assumed: { label: 'Assumed', meaning: 'nobody has shown it yet', dash: [5, 3], hatched: true, filled: true, quoted: false },
  'no data': { label: 'No data', meaning: 'nothing recorded here', dash: [2, 4], hatched: false, filled: false, quoted: false },
}
