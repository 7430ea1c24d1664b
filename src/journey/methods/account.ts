import type { AccountEventRow } from '../answer.ts'
import type { StageRule } from './accounts.ts'
import type { MethodAsked } from './method-asked.ts'

/** One account's journey with all its people on one time line. */
export interface AccountQuestion extends MethodAsked {
  readonly question: 'account'
  /** The account's own id. */
  readonly account: string
  readonly rule?: StageRule
  readonly role?: string
  readonly silentMs?: number
}
export interface AccountRow extends AccountEventRow {
  /** The account's stage from this event on; null before any. */
  readonly stage: string | null
}
export interface AccountPerson {
  readonly customer: string
  readonly role: string
  readonly events: number
  readonly first: number
  readonly last: number
  readonly silent: boolean
}
export interface AccountSummary {
  readonly rule: StageRule
  readonly role: string | null
  readonly silentMs: number
  readonly stages: readonly string[]
  /** In order of their first event. */
  readonly people: readonly AccountPerson[]
  /** Times in which nobody of the account was heard of for longer than `silentMs`; the last one may still go on. */
  readonly silences: readonly { readonly from: number; readonly to: number }[]
  /** The stages that the account was in, one after the other. */
  readonly band: readonly { readonly stage: string; readonly from: number; readonly to: number }[]
  /** UTC ms of the newest event stored: "now". */
  readonly asOf: number
}
