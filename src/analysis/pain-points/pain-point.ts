import type { ScoreRow, TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { Evidence } from '../../journey/evidence.ts'
import type { PainCause } from '../../journey/map.ts'

export interface PainInput {
  readonly definition: JourneyDefinition
  /** All journeys of the answers. */
  readonly journeys: number
  readonly touchpoints: readonly TouchpointRow[]
  readonly transitions: readonly TransitionRow[]
  /** What `slow` of the transitions counts; absent: waits are not looked for. */
  readonly slowerThanMs?: number
  readonly scores: readonly ScoreRow[]
  /** The stage of each touchpoint: exits are also compared within it. */
  readonly stageOf?: ReadonlyMap<string, string>
  /** The stages in order; steps back are told by it. */
  readonly stageOrder?: readonly string[]
}

/** Something that was compared with the rest, found for the worse or not. */
export interface PainCandidate {
  readonly cause: PainCause
  /** The touchpoint it is shown at: where people leave, come back or feel bad; where a wait begins. */
  readonly touchpoint: string
  /** Where a wait ends. */
  readonly to?: string
  /** Tells it from other candidates of its cause. */
  readonly key: string
  readonly title: string
  /** Both numbers, and what was compared with what. */
  readonly detail: string
  /** The number less its comparison, positive for the worse; a share 0..1, or for scores a difference of normalised means 0..2. */
  readonly effect: number
  readonly low: number
  readonly high: number
  /** Two-sided, before correction. */
  readonly p: number
  /** The least effect worth reporting. */
  readonly leastEffect: number
  /** What the number rests on. */
  readonly n: number
  /** Journeys (for scores: answers) that it happened to. */
  readonly affected: number
  /** Those beyond what the comparison would give, times how much it hurts: 1 is a lost customer. */
  readonly size: number
  readonly evidence: readonly Evidence[]
}

export interface PainPoint extends PainCandidate {
  /** p corrected over all candidates (Benjamini and Hochberg). */
  readonly corrected: number
}

/** A share difference below five points is not worth a card, however sure it is. */
export const leastShareEffect = 0.05
/** Fewer cases than this are not compared. */
export const leastCases = 30

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
