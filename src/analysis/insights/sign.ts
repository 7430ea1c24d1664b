import type { Evidence } from '../../journey/evidence.ts'
import type { PainCause } from '../../journey/map.ts'
import type { Estimate } from '../statistics/z95.ts'

/** Something compared with its fair comparison: a sign of trouble where `value` is positive, of delight where it is negative. */
export interface Sign {
  readonly cause: PainCause
  readonly touchpoint: string
  readonly to?: string
  /** Tells it from other signs of its cause. */
  readonly key: string
  readonly unit: 'share' | 'score'
  /** For the worse; before correction. */
  readonly compared: Estimate & { readonly p: number }
  /** The interval must lie beyond this much. */
  readonly surelyBeyond: number
  readonly n: number
  /** Journeys that it happened to. */
  readonly affected: number
  /** Those beyond what the comparison would give, times how much it hurts: 1 is a lost customer. */
  readonly size: number
  readonly bad: Words
  readonly good: Words
  readonly evidence: readonly Evidence[]
  /** Answers it rests on, as places in the table of feedback; empty for what was counted. */
  readonly answers: readonly number[]
  /** What those answers were compared with. */
  readonly rest: readonly number[]
  /** Were they compared at the same place, or at all places of the same scale? */
  readonly within: 'place' | 'scale'
  readonly caution?: string
  /** Signs that it was made of. */
  readonly with?: readonly Sign[]
}
export interface Words {
  readonly title: string
  readonly detail: string
}
