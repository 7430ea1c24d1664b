import type { EventFilter, JourneyFilter, Outcome } from './filter.ts'

/** Bare journeys, for methods that learn from many of them. */
export interface JourneyPathsAsked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  /** Journeys at the most; where there are more, only every m-th customer (or account) is told of, always the same ones. */
  readonly most: number
  /** With each journey the customer's (or account's) own id. */
  readonly ids?: boolean
  /** With each journey the mean of its scores, and its segments. */
  readonly makeup?: boolean
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
  /** Mean normalised score of its feedback, null without any; only where asked for. */
  readonly score?: number | null
  /** Values of the definition's segments, in their order; only where asked for. */
  readonly segments?: readonly string[]
}
export interface JourneyPaths {
  /** After the filters, all of them. */
  readonly journeys: number
  readonly events: number
  /** UTC ms of the newest event stored: "now". */
  readonly asOf: number
  readonly names: readonly string[]
  /** One customer (or account) in so many, by hash: a journey filter with this `oneIn` opens the same. 1: all. */
  readonly oneIn: number
  /** All, or a sample by hash; by start. */
  readonly rows: readonly JourneyPathRow[]
}
