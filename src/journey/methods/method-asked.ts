import type { EventFilter, JourneyFilter } from '../filter.ts'

/** What every method can be asked with. */
export interface MethodAsked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  /** Rows returned at the most. */
  readonly limit?: number
  readonly offset?: number
}
