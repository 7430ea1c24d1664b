import type { DeviationKind } from '../filter.ts'
import type { Plan, PlanNet } from '../plan.ts'
import type { MethodAsked } from './method-asked.ts'

/** How journeys follow a plan: what they leave out, add or do at another place, who does, and what it goes with. */
export interface FitQuestion extends MethodAsked {
  readonly question: 'fit'
  readonly plan: Plan | PlanNet
}

/** A difference between those with and those without the deviation, with its 95 % interval. */
export interface FitDifference {
  readonly with: number
  readonly without: number
  readonly value: number
  readonly low: number
  readonly high: number
  /** Corrected over all comparisons of the answer (Benjamini and Hochberg). */
  readonly p: number
}
export interface FitRow {
  readonly kind: DeviationKind
  /** The step left out or moved, or the touchpoint added. */
  readonly what: string
  readonly journeys: number
  /** Of all journeys, with its Wilson 95 % interval. */
  readonly share: number
  readonly low: number
  readonly high: number
  /** Shares that reach the goal, of journeys that have ended; null without a goal or with too few. */
  readonly goal: FitDifference | null
  /** Median duration of journeys to the goal (without a goal: of those that ended), ms. */
  readonly duration: FitDifference | null
  /** Mean normalised score of journeys that gave any. */
  readonly score: FitDifference | null
  /** Who does it most, against the rest; null where no group stands out. */
  readonly who: {
    readonly property: string
    readonly value: string
    readonly share: number
    readonly elsewhere: number
    readonly n: number
  } | null
}
export interface FitStep {
  readonly step: string
  /** Journeys in which it comes as planned, and in which it is left out. */
  readonly followed: number
  readonly skipped: number
}
export interface FitVariant {
  readonly path: readonly string[]
  readonly journeys: number
  readonly fit: number
  readonly moves: readonly {
    readonly kind: 'match' | 'skip' | 'add'
    readonly step: string
    /** '' where a step is left out. */
    readonly touchpoint: string
  }[]
}
export interface FitSummary {
  /** Mean fit with its 95 % interval; null without journeys. 1: all journeys follow the plan. */
  readonly fit: { readonly value: number; readonly low: number | null; readonly high: number | null } | null
  /** Journeys without any deviation. */
  readonly asPlanned: number
  /** Steps of the shortest way that the plan allows. */
  readonly shortest: number
  /** In the plan's order. */
  readonly steps: readonly FitStep[]
  /** Steps none of whose touchpoints any journey has. */
  readonly neverOccur: readonly string[]
  readonly variants: readonly FitVariant[]
  /** Journeys too long to be compared with this plan; they are in no other figure. */
  readonly tooLong: number
  /** One customer (or account) in so many was looked at. */
  readonly oneIn: number
}
