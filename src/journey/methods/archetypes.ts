import type { Outcome } from '../filter.ts'
import type { MethodAsked } from './method-asked.ts'

/** Groups of journeys that behave alike, the largest first. */
export interface ArchetypesQuestion extends MethodAsked {
  readonly question: 'archetypes'
  /** The largest number of archetypes tried, 1 to 8; 8 when missing. */
  readonly most?: number
  /** Random starts for each number; 8 when missing. */
  readonly seeds?: number
}

/** A share 0..1 or a mean −1..+1 with its 95 % interval; null where too little is known. */
export interface Measured {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}
export interface ArchetypeTouchpoint {
  readonly touchpoint: string
  readonly journeys: number
  /** Of the archetype's journeys, and of all others. */
  readonly reach: number
  readonly elsewhere: number
  /** Median over visiting journeys of the first visit's place, 0 (first event) to 1 (last). */
  readonly position: number
}
export interface ArchetypeRow {
  readonly number: number
  /** What sets it apart. */
  readonly name: string
  /** Journeys that belong to it most; over all archetypes they add up to all journeys. */
  readonly journeys: number
  readonly share: number
  /** Share when a journey that fits several counts for each by its probability. */
  readonly expectedShare: number
  /** A path that somebody really took, nearest to all of the group, and how many took exactly it. */
  readonly representative: readonly string[]
  readonly representativeJourneys: number
  /** Mean similarity of the group's journeys to the representative, 0..1. */
  readonly similarity: number
  /** Mean length in events. */
  readonly events: number
  readonly outcomes: readonly (Measured & { readonly outcome: Outcome; readonly journeys: number })[]
  readonly emotion: Measured & { readonly n: number }
  /** Milliseconds from first to last event. */
  readonly p50Duration: number | null
  readonly p90Duration: number | null
  /** Touchpoints that set it apart: shares of journeys here and elsewhere. */
  readonly traits: readonly { readonly touchpoint: string; readonly here: number; readonly elsewhere: number }[]
  /** The best short rule on touchpoints for who belongs here: of the journeys it takes, those that do; and of those that do, how many it takes. */
  readonly rule: {
    readonly reached: readonly string[]
    readonly notReached: readonly string[]
    readonly precision: number
    readonly recall: number
  }
  /** In order of their place in the journey. */
  readonly touchpoints: readonly ArchetypeTouchpoint[]
  /** The most frequent steps, with exact nearest-rank gaps in milliseconds. */
  readonly transitions: readonly {
    readonly from: string
    readonly to: string
    readonly count: number
    readonly journeys: number
    readonly p50: number
    readonly p90: number
  }[]
  /** Values of the definition's segments: the share of this archetype's journeys, and of all others'. */
  readonly segments: readonly {
    readonly property: string
    readonly value: string
    readonly journeys: number
    readonly share: number
    readonly elsewhere: number
  }[]
}
export interface ArchetypesSummary {
  readonly variants: number
  /** Numbers of archetypes that were tried; `heldOut` only of those compared by it. */
  readonly tried: readonly {
    readonly size: number
    readonly logLikelihood: number
    readonly bic: number
    /** Log-likelihood per event of journeys left out of the fit. */
    readonly heldOut: number | null
  }[]
  /** Mean probability that a journey belongs to the archetype it is counted in. */
  readonly certainty: number
  /** Mean similarity of all journeys to the representative of their archetype. */
  readonly coverage: number
  readonly most: number
  readonly seeds: number
  /** One customer in so many was looked at; 1 is everybody. */
  readonly oneIn: number
  readonly hasGoal: boolean
}
