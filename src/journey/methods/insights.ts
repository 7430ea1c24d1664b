import type { Insight, InsightKind } from '../insight.ts'
import type { MethodAsked } from './method-asked.ts'

/** Everything that analysis finds: pain points, delights and the rest, ranked. */
export interface InsightsQuestion extends MethodAsked {
  readonly question: 'insights'
  /** Only these kinds; missing: all. */
  readonly kinds?: readonly InsightKind[]
}
export type InsightRow = Insight
export interface InsightsSummary {
  /** Insights by kind. */
  readonly found: readonly { readonly kind: InsightKind; readonly count: number }[]
  /** What was compared, by cause: everything that could have been a pain point or a delight. */
  readonly looked: readonly { readonly cause: string; readonly candidates: number }[]
  /** Journeys that were looked at one by one, and the scores among them. */
  readonly sample: { readonly journeys: number; readonly scores: number }
}
