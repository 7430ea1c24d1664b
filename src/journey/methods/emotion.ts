import type { TextMethod } from '../text-feelings.ts'
import type { MethodAsked } from './method-asked.ts'

/** How customers feel at each touchpoint: by the scores they gave, and by what they wrote; two series that are never mixed. */
export interface EmotionQuestion extends MethodAsked {
  /** Default: the lexicon, which needs no time. The model reads each English text once and takes longer. */
  readonly method?: TextMethod
  readonly question: 'emotion'
}
export const emotionSeries = ['scores', 'words'] as const
export type EmotionSeries = (typeof emotionSeries)[number]

/** −1..+1. `mean`, `low` and `high` are null where there are too few; the interval is of 95 %. */
export interface EmotionValue {
  readonly n: number
  readonly mean: number | null
  readonly low: number | null
  readonly high: number | null
}
/** Feedback by how it was linked to its touchpoint: asked there, by an explicit link, or the nearest before it. */
export interface EmotionLinks {
  readonly own: number
  readonly explicit: number
  readonly nearest: number
}
export interface EmotionRow extends EmotionValue {
  readonly touchpoint: string
  readonly series: EmotionSeries
  /** Mean place in the journeys that come here, 0..1. */
  readonly position: number
  readonly sd: number
  readonly tooFew: boolean
  readonly links: EmotionLinks
  /** Texts here that nobody scored; 0 for scores. */
  readonly notScored: number
  /** Scores by their own formulas, one a scale; none for words. */
  readonly figures: readonly ScoreFigure[]
}
/** One scale's figure by its own rule. */
export interface ScoreFigure {
  readonly scale: string
  /** Which formula: "NPS", "CSAT, answers 4 or 5", … */
  readonly rule: string
  /** `points` −100..+100, `percent`, or answers on the `scale` itself. */
  readonly unit: 'points' | 'percent' | 'scale'
  readonly n: number
  readonly value: number
  /** Null for a single answer. */
  readonly low: number | null
  readonly high: number | null
}
export const momentKinds = ['best', 'worst', 'before-goal', 'before-leaving'] as const
export interface EmotionMoment extends EmotionValue {
  readonly kind: (typeof momentKinds)[number]
  readonly series: EmotionSeries
  readonly touchpoint: string
  /** For the best and worst: its interval does not meet the other's. For the ends: of how many journeys it was. */
  readonly apart: boolean
  readonly journeys: number | null
}
export interface EmotionSummary {
  readonly overall: readonly ({ readonly series: EmotionSeries; readonly links: EmotionLinks } & EmotionValue)[]
  readonly figures: readonly ScoreFigure[]
  readonly moments: readonly EmotionMoment[]
  readonly words: EmotionWords
}
export interface EmotionWords {
  readonly method: TextMethod
  readonly texts: number
  readonly scored: number
  /** Detected languages, most texts first: `und` could not be told, `zxx` has no words. */
  readonly languages: readonly { readonly language: string; readonly texts: number; readonly scored: number }[]
  /** How well the method did against people, on English texts that it had not learnt from. */
  readonly measured: readonly {
    readonly set: string
    readonly texts: number
    readonly measure: 'r' | 'accuracy'
    readonly figure: number
  }[]
}
