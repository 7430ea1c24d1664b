import type { JourneyFilter } from '../filter.ts'
import type { MethodAsked } from './method-asked.ts'

/** Two groups of journeys: segments, personas, periods or archetypes. */
export interface CompareQuestion extends MethodAsked {
  readonly question: 'compare'
  readonly a: ComparedGroup
  readonly b: ComparedGroup
}
export interface ComparedGroup {
  readonly name: string
  /** Missing: all journeys. */
  readonly journeys?: JourneyFilter
}

export const compareMeasures = ['conversion', 'duration', 'reach', 'exits', 'repeats', 'next', 'score'] as const
/**
 * `conversion`: of ended journeys, those that reached the goal. `duration`: median of journeys to the goal (without a goal: of ended
 * ones), ms. `reach`: of all journeys, those that come to the touchpoint; `exits` and `repeats`: of those, the ones that are lost there
 * and that come again. `next`: of all passages from the touchpoint, those that go to `to`. `score`: mean normalised score.
 */
export type CompareMeasure = (typeof compareMeasures)[number]
export interface CompareRow {
  readonly measure: CompareMeasure
  /** '' where it is about whole journeys. */
  readonly touchpoint: string
  /** Where `next` leads; '' otherwise. */
  readonly to: string
  readonly a: number
  readonly b: number
  /** What each rests on. */
  readonly nA: number
  readonly nB: number
  /** a less b, with its 95 % interval. */
  readonly difference: number
  readonly low: number
  readonly high: number
  /** Corrected over the whole table (Benjamini and Hochberg). */
  readonly p: number
  readonly verdict: 'clear' | 'unclear'
}
export interface CompareSummary {
  readonly journeysA: number
  readonly journeysB: number
  /** Journeys in both groups. */
  readonly both: number
  /** Comparisons left out because one side had too few cases. */
  readonly tooFew: number
}
