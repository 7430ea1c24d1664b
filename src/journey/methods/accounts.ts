import type { AccountListRow, AccountRoleRow } from '../answer.ts'
import type { ShareEstimate } from '../estimate.ts'
import type { MethodAsked } from './method-asked.ts'

/** Whose place says the stage of an account: that of the person who got furthest, or of those whose role decides. */
export type StageRule = 'furthest' | 'deciding'

/** Accounts with their people: who is silent, how far they are, where they stall. */
export interface AccountsQuestion extends MethodAsked {
  readonly question: 'accounts'
  /** Default `furthest`. */
  readonly rule?: StageRule
  /** For `deciding`: the role that decides. Default: the one whose name says so. */
  readonly role?: string
  /** A person whose last event is longer ago than this is silent. Default 30 days. */
  readonly silentMs?: number
}
export interface AccountsRow extends Omit<AccountListRow, 'stage'> {
  /** Null before any stage. */
  readonly stage: string | null
}
/** What happens to accounts after a touchpoint, beside all other touchpoints. */
export interface StallRow {
  readonly touchpoint: string
  /** Journeys of accounts that visit it, and those that stop there without the goal. */
  readonly visits: number
  readonly stops: number
  readonly stopShare: ShareEstimate
  readonly othersStop: number
  readonly stopDifference: ShareEstimate
  /** Two-sided, corrected over all touchpoints. */
  readonly stopP: number
  /** Passages on from it, and those that wait longer than the usual slow one. */
  readonly waits: number
  readonly slow: number
  readonly slowShare: ShareEstimate | null
  readonly slowDifference: ShareEstimate | null
  readonly slowP: number | null
  readonly p50ToNext: number | null
}
export interface BreadthRow {
  readonly people: number
  readonly accounts: number
  readonly reachedGoal: number
  readonly lost: number
  /** Of the accounts that are not open. */
  readonly goal: ShareEstimate | null
}
export interface AccountsSummary {
  readonly rule: StageRule
  readonly role: string | null
  readonly silentMs: number
  readonly stages: readonly string[]
  readonly roles: readonly AccountRoleRow[]
  readonly breadth: readonly BreadthRow[]
  /** Accounts with two people or more less those with one: the goal's share. */
  readonly broadDifference: ShareEstimate | null
  readonly stalls: readonly StallRow[]
  /** A wait longer than this is slow; null where there are too few. */
  readonly slowerThanMs: number | null
}
