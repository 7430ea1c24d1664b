import type { FlowEnd, PathNode } from './member-pick.ts'
import type { Outcome } from './filter.ts'
import type { QuestionName } from './question.ts'

/** What a count counts. */
export type CountUnit = 'customers' | 'accounts' | 'journeys' | 'occurrences'

/**
 * A question's result, reproducible from the same events.
 * `journeys` and `events` are what the question looked at after its filters; `total` is the number of rows
 * there are without `limit`; `other` sums the rows that `limit` cut off.
 */
export interface Answer<Row> {
  readonly question: QuestionName
  readonly unit: CountUnit
  readonly journeys: number
  readonly events: number
  readonly total: number
  readonly rows: readonly Row[]
  readonly other?: Readonly<Record<string, number>>
}

interface Grouped {
  /** Present only when the question was grouped; '' are the journeys without a value. */
  readonly group?: string
}

/** Times are milliseconds; quantiles are nearest-rank and exact; null where nothing was measured. */
export interface OverviewRow extends Grouped {
  readonly customers: number
  readonly accounts: number
  readonly journeys: number
  readonly events: number
  readonly touchpoints: number
  readonly variants: number
  readonly reachedGoal: number
  readonly lost: number
  readonly open: number
  /** UTC ms of the first and last event. */
  readonly from: number | null
  readonly to: number | null
  readonly meanDuration: number | null
  readonly p50Duration: number | null
  readonly p90Duration: number | null
  readonly feedback: number
  readonly verbatims: number
}
export interface TouchpointRow extends Grouped {
  readonly touchpoint: string
  /** The channel most of its events came through. */
  readonly channel: string
  /** Journeys that reach it at least once. */
  readonly journeys: number
  readonly occurrences: number
  /** Journeys that begin / end here. */
  readonly starts: number
  readonly ends: number
  /** Journeys that end here without the goal and are not open. */
  readonly exits: number
  /** exits over journeys that visit it. */
  readonly exitRate: number
  /** Journeys that come here more than once. */
  readonly repeats: number
  readonly p50ToNext: number | null
  readonly p90ToNext: number | null
  /** Mean over visiting journeys of the first occurrence's place, 0 (first event) to 1 (last event); a journey of one event counts 0. */
  readonly position: number
}
export interface TransitionRow extends Grouped {
  readonly from: string
  readonly to: string
  readonly count: number
  readonly journeys: number
  readonly p50: number
  readonly p90: number
  /** Occurrences slower than the question's `slowerThanMs`. */
  readonly slow?: number
}
export interface VariantRow extends Grouped {
  readonly path: readonly string[]
  readonly journeys: number
  readonly share: number
  readonly reachedGoal: number
  readonly p50Duration: number | null
}
export interface FunnelRow extends Grouped {
  readonly step: string
  readonly journeys: number
  /** Of the journeys at the first step, with its Wilson 95 % interval. */
  readonly conversion: number | null
  readonly low: number | null
  readonly high: number | null
  /** Milliseconds from the first step to this one, over journeys that reached it; null at the first step. */
  readonly p25: number | null
  readonly p50: number | null
  readonly p75: number | null
  readonly p90: number | null
  /** Journeys that reached the step before but not this one (0 at the first step). */
  readonly lost: number
}
export interface FlowRow extends Grouped {
  readonly from: FlowEnd
  readonly to: FlowEnd
  /** Passages; in-flow of a stage = its out-flow including ends. */
  readonly count: number
  readonly journeys: number
}
export interface StageRow extends Grouped {
  readonly stage: string
  readonly journeys: number
  /** Journeys whose last mapped event lies here, that missed the goal and are not open. */
  readonly exits: number
  readonly events: number
  /** From first to last event in the stage, milliseconds. */
  readonly p50Time: number | null
  readonly p90Time: number | null
  readonly scores: number
  /** Mean normalised score −1..+1 of feedback linked to its touchpoints, and its standard deviation. */
  readonly meanScore: number | null
  readonly sdScore: number | null
}
export interface PathRow extends Grouped {
  /** 1 is the step nearest the touchpoint asked about. */
  readonly column: number
  readonly from: PathNode
  readonly to: PathNode
  readonly journeys: number
}
export interface TimelineRow {
  readonly time: number
  readonly touchpoint: string
  readonly channel: string
  readonly account: string
  readonly role: string
  readonly source: string
  readonly score: number | null
  readonly scale: string
  readonly verbatim: string
  readonly properties: Readonly<Record<string, string>>
  /** Where it came from. */
  readonly file: string
  readonly line: number
  /** 1-based number of the journey it belongs to; null when the definition leaves it out. */
  readonly journey: number | null
}
export interface TrendRow extends Grouped {
  /** UTC ms of the bucket's start. */
  readonly start: number
  readonly value: number | null
  /** What the value rests on (journeys, events or scores). */
  readonly n: number
}
export interface ScoreRow extends Grouped {
  readonly touchpoint: string
  readonly scale: string
  readonly n: number
  /** Mean of the raw scores, and of the normalised scores −1..+1 with their standard deviation. */
  readonly meanRaw: number
  readonly mean: number
  readonly sd: number
  /** How the feedback was linked: to its own touchpoint, by an explicit link, or to the nearest preceding one. */
  readonly own: number
  readonly explicit: number
  readonly nearest: number
  /** Promoters (9–10), passives, detractors for NPS; else 0. */
  readonly promoters: number
  readonly detractors: number
  /** Answers in the top two of their scale (CSAT's usual rule). */
  readonly topTwo: number
}
export interface MakeupRow extends Grouped {
  /** A property of the definition's segments; '' in the row of all journeys. */
  readonly property: string
  readonly value: string
  readonly journeys: number
  readonly reachedGoal: number
  readonly lost: number
  readonly open: number
  readonly p50Duration: number | null
  readonly p90Duration: number | null
}
export interface VerbatimRow {
  readonly customer: string
  readonly time: number
  readonly touchpoint: string
  readonly channel: string
  readonly score: number | null
  readonly scale: string
  readonly text: string
  readonly file: string
  readonly line: number
}
export interface HandOffRow extends Grouped {
  /** Channels. */
  readonly from: string
  readonly to: string
  /** The touchpoints it happens between; absent in the row of all of them together. */
  readonly fromTouchpoint?: string
  readonly toTouchpoint?: string
  readonly count: number
  readonly journeys: number
  /** Median milliseconds between the two events. */
  readonly p50: number
  /** Journeys with it that reached the goal / ended without and are not open. */
  readonly reachedGoal: number
  readonly lost: number
  /** Journeys whose last event is the switch's second, that missed the goal and are not open. */
  readonly ended: number
  /** Journeys that come to one of the question's `later` after their first such switch. */
  readonly later?: number
  /** Journeys with a score at or after the second event of their first such switch; mean of the next one −1..+1 and its standard deviation. */
  readonly scores: number
  readonly meanScore: number | null
  readonly sdScore: number | null
}
export interface ChannelVisitRow extends Grouped {
  /** '' are the events without one. */
  readonly channel: string
  readonly occurrences: number
  readonly journeys: number
  /** Journeys that begin / end in it. */
  readonly starts: number
  readonly ends: number
  /** Journeys that end in it without the goal and are not open. */
  readonly exits: number
  readonly reachedGoal: number
  readonly lost: number
  /** Journeys that leave it for another channel at least once. */
  readonly switched: number
  /** Journeys that go on in it at least once and never leave it for another, and how they end. */
  readonly stayed: number
  readonly stayedGoal: number
  readonly stayedLost: number
  /** Median over journeys of the milliseconds between events that both lie in it. */
  readonly p50Time: number | null
}
export interface AccountListRow {
  readonly account: string
  readonly people: number
  readonly roles: readonly string[]
  readonly events: number
  readonly first: number
  readonly last: number
  /** Of its last journey. */
  readonly outcome: Outcome
  /** 1-based place of its stage among the question's; 0: none yet. */
  readonly stage: number
  readonly silent: number
  readonly silentRoles: readonly string[]
}
export interface AccountRoleRow {
  /** '' are the people without one. */
  readonly role: string
  readonly people: number
  readonly accounts: number
  readonly events: number
  readonly silent: number
  /** Accounts in which somebody of this role is silent. */
  readonly silentAccounts: number
  /** Median milliseconds since a person's last event, to the newest event stored. */
  readonly p50Silence: number
}
export interface AccountBreadthRow {
  readonly people: number
  readonly accounts: number
  readonly reachedGoal: number
  readonly lost: number
}
export interface AccountEventRow {
  readonly time: number
  readonly customer: string
  readonly role: string
  readonly touchpoint: string
  readonly channel: string
  readonly score: number | null
  readonly scale: string
  readonly verbatim: string
  readonly file: string
  readonly line: number
}
export interface MemberRow {
  readonly customer: string
  /** 1-based among the customer's journeys. */
  readonly journey: number
  readonly start: number
  readonly end: number
  readonly events: number
  readonly outcome: Outcome
  /** Where the number counts occurrences: when this one happened. */
  readonly time?: number
}

export interface RowOf {
  readonly overview: OverviewRow
  readonly touchpoints: TouchpointRow
  readonly transitions: TransitionRow
  readonly variants: VariantRow
  readonly funnel: FunnelRow
  readonly flow: FlowRow
  readonly stages: StageRow
  readonly paths: PathRow
  readonly timeline: TimelineRow
  readonly trend: TrendRow
  readonly scores: ScoreRow
  readonly makeup: MakeupRow
  readonly verbatims: VerbatimRow
  readonly 'hand-offs': HandOffRow
  readonly 'channel-visits': ChannelVisitRow
  readonly 'account-list': AccountListRow
  readonly 'account-roles': AccountRoleRow
  readonly 'account-breadth': AccountBreadthRow
  readonly 'account-events': AccountEventRow
  readonly members: MemberRow
}
export type AnswerTo<Name extends QuestionName> = Answer<RowOf[Name]>
export type AnyAnswer = { readonly [Name in QuestionName]: AnswerTo<Name> & { readonly question: Name } }[QuestionName]
