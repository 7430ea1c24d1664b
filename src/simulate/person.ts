import type { Chain } from './compile-chain.ts'

/** One simulated person on the way; only the people of one account live at a time. Times are UTC milliseconds. */
export interface Person {
  readonly id: string
  /** Empty in a company that sells to persons. */
  readonly account: string
  readonly accountId: string
  readonly role: string
  readonly before: Chain
  readonly after: Chain
  readonly properties: Readonly<Record<string, string>>
  /** The end of each of this person's web lines. */
  readonly webTail: string
  /** Mean score when nothing happened. */
  readonly mood: number
  /** First visit of each touchpoint; 0 where there was none. */
  readonly firstAt: Float64Array
  events: number
  /** Bit i: has a row in file i; bit i: met planted effect i. */
  files: number
  felt: number
  /** What just happened, and what is left of what happened before, on the scale of scores. */
  immediate: number
  carry: number
  carryAt: number
  /** What is on their mind: index into the company's words or −1, how strongly it was felt, and when. */
  theme: number
  themeShift: number
  themeAt: number
  row: CrmRow | undefined
  ticket: Ticket | undefined
}

/** An order or a deal that still fills up. */
export interface CrmRow {
  readonly id: string
  readonly kind: string
  readonly amount: number
  readonly items: number
  readonly owner: string
  /** By time column; 0 where nothing happened. */
  readonly times: Float64Array
}

export interface Ticket {
  readonly id: string
  readonly via: string
  readonly subject: string
  readonly openedAt: number
  repliedAt: number
  solvedAt: number
  reopened: number
  satisfaction: number
  comment: string
  ratedAt: number
}

/** Account and role, in companies that have accounts. */
export const accountFields = (person: Person): readonly string[] => (person.account === '' ? [] : [person.account, person.role])
