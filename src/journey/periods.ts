import type { EventFilter, JourneyFilter } from './filter.ts'

export type Bucket = 'day' | 'week' | 'month'

/** What happened in each period, for methods that look for changes. */
export interface PeriodsAsked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  /** Days, weeks from Monday or months, in UTC. */
  readonly bucket: Bucket
}

export interface Periods {
  /** After the filters. */
  readonly journeys: number
  readonly events: number
  /** UTC ms of the newest event stored: "now". */
  readonly asOf: number
  /** UTC ms at which each period begins, with none left out between the first and the last; empty without events. */
  readonly starts: readonly number[]
  /** What comes directly after a touchpoint, by the time of that touchpoint; most frequent first, the commonest 2,000. */
  readonly transitions: readonly PeriodTransition[]
  /** Feedback by the touchpoint it speaks of, by the time of the feedback. */
  readonly scores: readonly PeriodScores[]
  /** Journeys by their first touchpoint, by their start; `counts` by period. */
  readonly begun: readonly { readonly touchpoint: string; readonly counts: readonly number[] }[]
}
export interface PeriodTransition {
  readonly from: string
  /** Null: the journey ends there, lost; journeys still open and those that reached the goal are not counted as ending. */
  readonly to: string | null
  readonly count: number
  /** Occurrences by period and class of the time between, in order; see `gapClass`. */
  readonly cells: readonly (readonly [period: number, gapClass: number, count: number])[]
}
export interface PeriodScores {
  readonly touchpoint: string
  readonly n: number
  /** By period: how many, sum and sum of squares of the normalised scores. */
  readonly moments: readonly (readonly [n: number, sum: number, squares: number])[]
}

/** Times between are kept in classes of half an octave: class 0 is no time, class k ≥ 1 begins at 2^((k − 1) / 2) ms. */
export const gapClass = (ms: number): number => (ms < 1 ? 0 : 1 + Math.floor(2 * Math.log2(ms)))
export const gapClassFrom = (gapClassNumber: number): number => (gapClassNumber <= 0 ? 0 : 2 ** ((gapClassNumber - 1) / 2))
