import type { EventFilter, JourneyFilter } from './filter.ts'

/** How texts are scored: by the words they hold, or by a model of English with a trained head. */
export const textMethods = ['lexicon', 'model'] as const
export type TextMethod = (typeof textMethods)[number]

/** Customers' words of the journeys, as they were scored; texts that nobody scored yet count as not scored. */
export interface TextFeelingsAsked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  readonly method: TextMethod
}
export interface TextFeelings {
  /** After the filters. */
  readonly journeys: number
  readonly events: number
  /** By the touchpoint they speak of, with what was scored there. */
  readonly touchpoints: readonly TouchpointTexts[]
  /** By detected language, most texts first: `und` is not told, `zxx` has no words. */
  readonly languages: readonly LanguageTexts[]
}
export interface TouchpointTexts {
  readonly touchpoint: string
  readonly texts: number
  /** Scored ones; mean and sample standard deviation of their scores −1..+1. */
  readonly n: number
  readonly mean: number
  readonly sd: number
  /** Scored ones by how they were linked. */
  readonly own: number
  readonly explicit: number
  readonly nearest: number
}
export interface LanguageTexts {
  readonly language: string
  readonly texts: number
  readonly scored: number
}

/** A distinct text that waits for its score. */
export interface WaitingText {
  /** Its 64-bit hash as digits. */
  readonly hash: string
  readonly text: string
}
export interface ScoredWaitingText {
  readonly hash: string
  readonly language: string
  readonly sure: boolean
  readonly score: number | null
}
/** Which texts to tell of: those after a hash that wait for this method; the model reads only what the lexicon took for English. */
export interface WaitingAsked {
  readonly method: TextMethod
  readonly most: number
}
