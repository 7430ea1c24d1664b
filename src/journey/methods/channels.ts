import type { ChannelVisitRow, HandOffRow } from '../answer.ts'
import type { ShareEstimate } from '../estimate.ts'
import type { MethodAsked } from './method-asked.ts'

/** Where journeys switch from one channel to another, and what follows, beside those who stay. */
export interface ChannelsQuestion extends MethodAsked {
  readonly question: 'channels'
  /** Pairs of touchpoints listed, the rest is summed. Default 20. */
  readonly places?: number
  /** Touchpoints where people come for help. Default: those whose names say so. */
  readonly support?: readonly string[]
}

/** What follows a switch. Shares of the goal leave out journeys that are still open; null where there is none to count. */
export interface HandOffOutcome extends Pick<HandOffRow, 'from' | 'to' | 'count' | 'journeys' | 'p50' | 'reachedGoal' | 'lost' | 'ended'> {
  readonly goal: ShareEstimate | null
  /** Journeys that come to support after their first such switch. */
  readonly support: number
  readonly scores: number
  readonly meanScore: number | null
}
/** One cell of the matrix: from a channel to another. */
export interface ChannelsRow extends HandOffOutcome {
  /** The goal's share among journeys that go on in `from` and never leave it for another channel. */
  readonly staying: ShareEstimate | null
  /** The goal's share after the switch less that of those who stay. */
  readonly difference: ShareEstimate | null
  /** Two-sided, corrected over all cells. */
  readonly p: number | null
}
export interface HandOffPlace extends HandOffOutcome {
  readonly fromTouchpoint: string
  readonly toTouchpoint: string
}
export interface ChannelsSummary {
  /** Most journeys first; '' are events without a channel. */
  readonly channels: readonly Omit<ChannelVisitRow, 'group'>[]
  /** Where people switch, most frequent first. */
  readonly places: readonly HandOffPlace[]
  /** The places not listed. */
  readonly otherPlaces: { readonly places: number; readonly count: number }
  /** Touchpoints counted as support. */
  readonly support: readonly string[]
  readonly hasGoal: boolean
}
