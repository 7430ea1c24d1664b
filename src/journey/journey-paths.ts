import type { EventFilter, JourneyFilter, Outcome } from './filter.ts'

/** Bare journeys, for methods that learn from many of them. */
export interface JourneyPathsAsked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  /** Journeys at the most; where there are more, only every m-th customer (or account) is told of, always the same ones. */
  readonly most: number
  /** With each journey the customer's (or account's) own id. */
  readonly ids?: boolean
}
export interface JourneyPathRow {
  /** '' unless it was asked for. */
  readonly id: string
  /** UTC ms of its first and last event. */
  readonly start: number
  readonly end: number
  readonly outcome: Outcome
  /** Places in `names`. */
  readonly steps: readonly number[]
  /** Milliseconds since the event before; 0 at the first. */
  readonly gaps: readonly number[]
}
export interface JourneyPaths {
  /** After the filters, all of them. */
  readonly journeys: number
  readonly events: number
  /** UTC ms of the newest event stored: "now". */
  readonly asOf: number
  readonly names: readonly string[]
  /** All, or a sample by hash; by start. */
  readonly rows: readonly JourneyPathRow[]
}
