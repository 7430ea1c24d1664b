import type { Bucket } from '../periods.ts'
import type { MethodAsked } from './method-asked.ts'

/** What changed over time: where people go, how long they take, how they feel, how they begin. */
export interface ChangesQuestion extends MethodAsked {
  readonly question: 'changes'
  readonly bucket: Bucket
}

export const changeMeasures = ['next', 'time', 'score', 'start'] as const
/**
 * `next`: of passages from the touchpoint, the share that goes to `to` ('' ends there, lost). `time`: the share of passages to `to` that
 * take longer than half of all did. `score`: mean normalised score of what is said of the touchpoint. `start`: the share of journeys
 * that begin there.
 */
export type ChangeMeasure = (typeof changeMeasures)[number]
export interface ChangeRow {
  /** The same for the same series in every run. */
  readonly id: string
  readonly measure: ChangeMeasure
  readonly touchpoint: string
  readonly to: string
  /** UTC ms at which the first period of the new state begins. */
  readonly at: number
  readonly before: number
  readonly after: number
  readonly nBefore: number
  readonly nAfter: number
  /** After less before, with its 95 % interval; the period was chosen by the data, which the interval does not know. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Typical times before and after, ms, within half an octave; only for `time`. */
  readonly p50Before: number | null
  readonly p50After: number | null
  /** By permutation of the periods, corrected over all series. */
  readonly p: number
  readonly sentence: string
  /** By period: the same number as `before` and `after`; null where there is nothing. */
  readonly values: readonly (number | null)[]
}
export interface ChangesSummary {
  /** UTC ms of each period's start. */
  readonly periods: readonly number[]
  /** Series that were looked at. */
  readonly series: number
}
