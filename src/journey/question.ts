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
  /** Rows returned at the most; the rest is summed in `other` where sums mean something. */
  readonly limit?: number
  readonly offset?: number
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
/** Feedback by the touchpoint it is linked to. */
export interface ScoresQuestion extends Asked {
  readonly question: 'scores'
}
/** Customers' own words at a touchpoint (or everywhere), newest first. */
export interface VerbatimsQuestion extends Asked {
  readonly question: 'verbatims'
  readonly touchpoint?: string
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
  | VerbatimsQuestion
  | MembersQuestion
export type QuestionName = Question['question']
