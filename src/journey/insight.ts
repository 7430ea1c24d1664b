import type { Evidence } from './evidence.ts'

export const insightKinds = ['pain-point', 'delight', 'change', 'archetype', 'plan', 'theme', 'risk'] as const
export type InsightKind = (typeof insightKinds)[number]

/** Something found by analysis: card-ready, with its size, its interval and what it rests on. */
export interface Insight {
  /** The same finding has the same id in every run: a rejection is remembered by it. */
  readonly id: string
  readonly kind: InsightKind
  /** What sort of finding of its kind: "exit", "loop", "hand-off", "score" … */
  readonly cause: string
  /** A short sentence. */
  readonly title: string
  /** Both numbers, and what was compared with what. */
  readonly detail: string
  /** Where it shows; absent: everywhere. */
  readonly touchpoint?: string
  /** Where it leads, for what happens between two touchpoints. */
  readonly to?: string
  /** The number less its comparison, with its 95 % interval, in `unit`. */
  readonly effect?: number
  readonly low?: number
  readonly high?: number
  readonly unit?: 'share' | 'score' | 'ms'
  /** Two-sided, corrected over all candidates (Benjamini and Hochberg). */
  readonly p?: number
  /** What the number rests on. */
  readonly n: number
  /** Journeys (for scores: answers) that it happened to. */
  readonly affected: number
  /** For ranking within its kind: those beyond what the comparison would give, times how much it hurts or helps. */
  readonly size: number
  /** Value at stake, where events carry money: of the affected beyond the comparison. */
  readonly money?: { readonly value: number; readonly currency: string }
  readonly evidence: readonly Evidence[]
  /** Other signs of the same trouble, found by themselves too. */
  readonly merged?: readonly { readonly title: string; readonly detail: string }[]
  /** Why one should be careful with it. */
  readonly caution?: string
}
