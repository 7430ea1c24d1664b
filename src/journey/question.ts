import type { EventFilter, JourneyFilter } from './filter.ts'
import type { MemberPick } from './member-pick.ts'

/** How events at the same instant count in a funnel. */
export type TiePolicy = 'capture-order' | 'step-order' | 'strictly-later'
/** `ordered`: later, others may lie between; `strict`: directly next; `any`: any order. */
export type FunnelOrder = 'ordered' | 'strict' | 'any'

/** What every question can carry. */
export interface Asked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  /** A property whose first value in a journey splits the answer into groups; each row then carries `group`. */
  readonly groupBy?: string
  /** Groups of exact paths that split the answer instead; journeys of other paths are left out. */
  readonly groupPaths?: readonly PathGroup[]
  /** Rows returned at the most; the rest is summed in `other` where sums mean something. */
  readonly limit?: number
  readonly offset?: number
}

export interface PathGroup {
  readonly group: string
  readonly paths: readonly (readonly string[])[]
}

export interface OverviewQuestion extends Asked {
  readonly question: 'overview'
}
export interface TouchpointsQuestion extends Asked {
  readonly question: 'touchpoints'
}
export interface TransitionsQuestion extends Asked {
  readonly question: 'transitions'
  /** Count a run of the same touchpoint once. Off where rework is measured. */
  readonly collapseRepeats?: boolean
  /** Also count, per transition, the occurrences whose gap is longer than this many milliseconds. */
  readonly slowerThanMs?: number
}
export interface VariantsQuestion extends Asked {
  readonly question: 'variants'
  readonly collapseRepeats?: boolean
}
export interface FunnelQuestion extends Asked {
  readonly question: 'funnel'
  /** Touchpoint names, 1 to 32. */
  readonly steps: readonly string[]
  /** Milliseconds from the first step, inclusive. Missing: no limit. */
  readonly windowMs?: number
  readonly ties: TiePolicy
  readonly order: FunnelOrder
}
/** A stage as a question sees it: a name and the touchpoints inside it. */
export interface StageGroup {
  readonly stage: string
  readonly touchpoints: readonly string[]
}
export interface FlowQuestion extends Asked {
  readonly question: 'flow'
  readonly stages: readonly StageGroup[]
}
/** Numbers of each stage: who reaches it, how long they stay, where they leave, how they feel. */
export interface StagesQuestion extends Asked {
  readonly question: 'stages'
  readonly stages: readonly StageGroup[]
}
export interface PathsQuestion extends Asked {
  readonly question: 'paths'
  readonly touchpoint: string
  readonly direction: 'before' | 'after'
  /** Columns, 1 to 10. */
  readonly depth: number
  /** Touchpoints named in each column; the others are summed. */
  readonly perColumn: number
}
export interface TimelineQuestion extends Asked {
  readonly question: 'timeline'
  /** The customer's own id. */
  readonly customer: string
}
export type TrendMeasure = 'journeys' | 'events' | 'conversion' | 'score'
export interface TrendQuestion extends Asked {
  readonly question: 'trend'
  readonly measure: TrendMeasure
  readonly bucket: 'day' | 'week' | 'month'
  /** For `events` and `score`: only at this touchpoint. */
  readonly touchpoint?: string
}
/** Journeys by outcome: all of them, and those of each value of the definition's segments. */
export interface MakeupQuestion extends Asked {
  readonly question: 'makeup'
}
/** Feedback by the touchpoint it is linked to. */
export interface ScoresQuestion extends Asked {
  readonly question: 'scores'
}
/** Customers' own words at a touchpoint (or everywhere), newest first. */
export interface VerbatimsQuestion extends Asked {
  readonly question: 'verbatims'
  readonly touchpoint?: string
  /** `newest` first (the default), or `hash`: a fair sample where there are more than `limit`, each cut to 1,000 characters. */
  readonly order?: 'newest' | 'hash'
}
/** Switches of channel between an event and the one directly after it; an event without a channel takes part in none. */
export interface HandOffsQuestion extends Asked {
  readonly question: 'hand-offs'
  /** Also a row for each two touchpoints between which the channel is switched. */
  readonly places?: boolean
  /** Also count the journeys that come to one of these touchpoints later than the switch's second event. */
  readonly later?: readonly string[]
}
/** Each channel of the journeys: who uses it, how long, who stays in it. */
export interface ChannelVisitsQuestion extends Asked {
  readonly question: 'channel-visits'
}
/** Accounts with their people, whatever the definition's unit; the newest first. Journeys are the account's own. */
export interface AccountListQuestion extends Asked {
  readonly question: 'account-list'
  /** In order; an account's stage is the furthest that its people reached. */
  readonly stages: readonly StageGroup[]
  /** Only people of this role say the account's stage. */
  readonly role?: string
  /** A person whose last event is longer ago than this, from the newest event stored, is silent. */
  readonly silentMs: number
}
/** People of accounts by their role, with how many are silent. */
export interface AccountRolesQuestion extends Asked {
  readonly question: 'account-roles'
  readonly silentMs: number
}
/** Accounts by how many of their people took part. */
export interface AccountBreadthQuestion extends Asked {
  readonly question: 'account-breadth'
}
/** One account's events with the person and role of each, in order. */
export interface AccountEventsQuestion extends Asked {
  readonly question: 'account-events'
  /** The account's own id. */
  readonly account: string
}
/** The list behind one number of another answer, of exactly that length. */
export interface MembersQuestion {
  readonly question: 'members'
  readonly of: Exclude<Question, MembersQuestion>
  readonly pick: MemberPick
  readonly limit?: number
  readonly offset?: number
}

export type Question =
  | OverviewQuestion
  | TouchpointsQuestion
  | TransitionsQuestion
  | VariantsQuestion
  | FunnelQuestion
  | FlowQuestion
  | StagesQuestion
  | PathsQuestion
  | TimelineQuestion
  | TrendQuestion
  | ScoresQuestion
  | MakeupQuestion
  | VerbatimsQuestion
  | HandOffsQuestion
  | ChannelVisitsQuestion
  | AccountListQuestion
  | AccountRolesQuestion
  | AccountBreadthQuestion
  | AccountEventsQuestion
  | MembersQuestion
export type QuestionName = Question['question']
