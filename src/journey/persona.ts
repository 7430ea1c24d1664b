import type { JourneyFilter } from './filter.ts'

/** A described kind of customer, tied to a segment rule so that it has real numbers. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly goals: readonly string[]
  readonly needs: readonly string[]
  readonly pains: readonly string[]
  readonly segment?: JourneyFilter
}
