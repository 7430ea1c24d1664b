import type { MethodAsked } from './method-asked.ts'

export const outlookLists = ['stuck', 'likely-to-leave', 'ready'] as const
export type OutlookList = (typeof outlookLists)[number]

/** Who of those under way now is stuck, likely to leave, or ready for the next step. */
export interface OutlookQuestion extends MethodAsked {
  readonly question: 'outlook'
  /** Only this list; missing: all. */
  readonly list?: OutlookList
}
export interface OutlookRow {
  readonly list: OutlookList
  /** The customer's (or account's) own id. */
  readonly customer: string
  readonly touchpoint: string
  /** Since when nothing has come, and for how long, ms. */
  readonly since: number
  readonly waited: number
  /** Chance of the goal, null without one; and of silence; each with the closed journeys it rests on. */
  readonly goal: number | null
  readonly silence: number
  readonly n: number
  readonly reason: string
  /** What the nearest journey that reached the goal did next; '' where there is none. */
  readonly hint: string
  /** That journey, and how many of its touchpoints lie behind. */
  readonly converter: readonly string[]
  readonly like: number
}
export interface OutlookSummary {
  /** Journeys that are open now, and those looked at. */
  readonly open: number
  readonly looked: number
  readonly counts: readonly { readonly list: OutlookList; readonly count: number }[]
  /** Journeys that it was learnt from. */
  readonly learnt: number
  /** UTC ms: "now", the newest event stored. */
  readonly asOf: number
}
