import type { Plan, PlanNet } from './plan.ts'

/** One comparison with a property's text; `<` and the like compare as numbers, and a text that is no number never matches. */
export interface PropertyTest {
  readonly property: string
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>='
  readonly value: string
}

/** Which events take part. Empty means all. Removing events makes new neighbours; screens must say so. */
export interface EventFilter {
  readonly touchpoints?: readonly string[]
  readonly notTouchpoints?: readonly string[]
  readonly channels?: readonly string[]
  readonly sources?: readonly string[]
  readonly roles?: readonly string[]
  readonly properties?: readonly PropertyTest[]
  /** UTC milliseconds, inclusive. */
  readonly from?: number
  /** UTC milliseconds, exclusive. */
  readonly to?: number
}

/** One archetype by its number, 1 is the largest; the rest as the archetypes were asked for. */
export interface ArchetypeChoice {
  readonly number: number
  readonly most?: number
  readonly seeds?: number
  /** The journeys among which the archetypes were told apart; missing: all. */
  readonly among?: Omit<JourneyFilter, 'archetype'>
}

/** How a journey ended: the goal was reached; it ended without; or its last event is too young to tell. */
export type Outcome = 'goal' | 'lost' | 'open'

export const deviationKinds = ['skip', 'add', 'swap'] as const
/** A planned step left out; a touchpoint added; a step that comes at another place. */
export type DeviationKind = (typeof deviationKinds)[number]
/** One way of not following a plan. */
export interface DeviationChoice {
  readonly plan: Plan | PlanNet
  readonly kind: DeviationKind
  readonly what: string
}

/** Which journeys are counted. Empty means all. Leaves the events inside them alone. */
export interface JourneyFilter {
  /** Touchpoints all of which the journey reached. */
  readonly reached?: readonly string[]
  /** Touchpoints none of which the journey reached. */
  readonly notReached?: readonly string[]
  /** Tests on a journey's property: the first non-empty value among its events. */
  readonly properties?: readonly PropertyTest[]
  readonly outcomes?: readonly Outcome[]
  readonly minDurationMs?: number
  readonly maxDurationMs?: number
  /** Journeys that start in [startFrom, startTo), UTC milliseconds. */
  readonly startFrom?: number
  readonly startTo?: number
  /** Only these customers or accounts (as the definition's unit says), by their own ids. */
  readonly ids?: readonly string[]
  /** Journeys whose touchpoints are exactly one of these sequences. */
  readonly paths?: readonly (readonly string[])[]
  /** One customer or account in so many, by a hash of its id: the same ones every time. */
  readonly oneIn?: number
  /** Journeys that do not follow a plan in this way; at most the commonest 100,000 paths are looked at. */
  readonly deviation?: DeviationChoice
  /** Journeys of one archetype. */
  readonly archetype?: ArchetypeChoice
}
