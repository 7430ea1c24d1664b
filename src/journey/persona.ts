import type { JourneyFilter } from './filter.ts'

/** A described kind of customer, tied to a segment rule so that it has real numbers. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly summary: string
  readonly goals: readonly string[]
  readonly needs: readonly string[]
  readonly pains: readonly string[]
  readonly motivations?: readonly string[]
  readonly behaviours?: readonly string[]
  readonly channels?: readonly string[]
  readonly quotes?: readonly string[]
  /** Id of an asset of the workspace, or a `data:` URL in a file. */
  readonly picture?: string
  /** Which journeys are this persona's: the rule behind its real numbers. */
  readonly segment?: JourneyFilter
}
