import type { Outcome } from './filter.ts'

/** Which number of an answer is opened. `group` is the row's group when the question was grouped. */
export type MemberPick = { readonly group?: string } & (
  | { readonly kind: 'journeys' }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | {
      readonly kind: 'touchpoint'
      readonly touchpoint: string
      readonly number: 'journeys' | 'occurrences' | 'starts' | 'ends' | 'exits' | 'repeats'
    }
  /** `slow` needs the question's `slowerThanMs`. */
  | { readonly kind: 'transition'; readonly from: string; readonly to: string; readonly number: 'count' | 'journeys' | 'slow' }
  | { readonly kind: 'variant'; readonly path: readonly string[] }
  /** Steps are numbered from 1. */
  | { readonly kind: 'funnel-step'; readonly step: number; readonly number: 'reached' | 'lost' }
  | { readonly kind: 'flow'; readonly from: FlowEnd; readonly to: FlowEnd; readonly number: 'count' | 'journeys' }
  | { readonly kind: 'stage'; readonly stage: string; readonly number: 'journeys' | 'exits' }
  | { readonly kind: 'path'; readonly column: number; readonly from: PathNode; readonly to: PathNode }
  | { readonly kind: 'bucket'; readonly start: number }
  /** A switch of channel, everywhere or between two touchpoints; `later` needs the question's own. */
  | {
      readonly kind: 'hand-off'
      readonly from: string
      readonly to: string
      readonly fromTouchpoint?: string
      readonly toTouchpoint?: string
      readonly number: 'count' | 'journeys' | 'ended' | 'later'
    }
  | {
      readonly kind: 'channel'
      readonly channel: string
      readonly number: 'journeys' | 'occurrences' | 'starts' | 'ends' | 'exits' | 'switched' | 'stayed'
    }
  /** Accounts with so many people. */
  | { readonly kind: 'breadth'; readonly people: number }
  /** All scales together when `scale` is absent. */
  | { readonly kind: 'score'; readonly touchpoint: string; readonly scale?: string }
)

/** An end of a ribbon of the river. */
export type FlowEnd = { readonly kind: 'start' } | { readonly kind: 'stage'; readonly stage: string } | { readonly kind: Outcome }

/** A node of a paths answer: a touchpoint, all the touchpoints not named in that column, or the end of the journey. */
export type PathNode = { readonly kind: 'touchpoint'; readonly touchpoint: string } | { readonly kind: 'other' } | { readonly kind: 'edge' }
