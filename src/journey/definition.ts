import type { EventFilter } from './filter.ts'

/** Whose events make one journey. */
export type JourneyUnit = 'customer' | 'account'

/**
 * Which events belong to a journey, and where it starts and ends.
 * All durations are milliseconds; a missing duration means "no limit".
 */
export interface JourneyDefinition {
  readonly name: string
  readonly unit: JourneyUnit
  /** Only these events take part. */
  readonly filter: EventFilter
  /** Touchpoint names; a journey begins at the first of them. Empty: at the first event. */
  readonly start: readonly string[]
  /** Touchpoint names; the first of them reached closes the journey. Empty: journeys have no goal. */
  readonly goal: readonly string[]
  /** After the goal, do later events begin the next journey (true) or belong to none (false)? */
  readonly repeats: boolean
  /** A gap longer than this splits a journey in two. */
  readonly inactivityMs?: number
  /** A journey without the goal whose last event is younger than this (measured from the newest event stored) is still open. */
  readonly stillOpenMs?: number
  /** How far back a survey answer looks for the touchpoint it speaks of. */
  readonly feedbackWindowMs?: number
  /** Property names kept on each journey (the first value seen), for grouping and filtering. */
  readonly segments: readonly string[]
}

/** Every event of a customer is one journey; nothing splits, starts or closes it. */
export const wholeCustomer: JourneyDefinition = {
  name: 'All events of a customer',
  unit: 'customer',
  filter: {},
  start: [],
  goal: [],
  repeats: false,
  segments: [],
}
