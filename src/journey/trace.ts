import type { EventFilter, JourneyFilter, Outcome } from './filter.ts'

/** One journey as it went. Answers to surveys are no steps of it; they are its scores. */
export interface TraceRow {
  /** UTC ms of its first event. */
  readonly start: number
  readonly outcome: Outcome
  readonly touchpoints: readonly string[]
  /** Milliseconds since the step before; 0 at the first. */
  readonly gaps: readonly number[]
  readonly scores: readonly TraceScore[]
  /** Where an event carries a promised time: how far it came after it, negative where before. */
  readonly promises: readonly TracePromise[]
  /** What the journey is worth, where its events carry money in one currency; each order or deal once. */
  readonly amount: number | null
  readonly currency: string
}
export interface TraceScore {
  /** 0-based step that it speaks of. */
  readonly step: number
  readonly scale: string
  /** Normalised, −1..+1. */
  readonly value: number
  /** UTC ms. */
  readonly time: number
}
export interface TracePromise {
  readonly step: number
  /** The property that holds the promised time. */
  readonly property: string
  readonly lateMs: number
}

export interface TracesAsked {
  readonly events?: EventFilter
  readonly journeys?: JourneyFilter
  /** Events at the most; where there are more, only every m-th customer (or account) is told of, always the same ones. */
  readonly most?: number
}
export interface Traces {
  /** After the filters, all of them. */
  readonly journeys: number
  readonly events: number
  /** Those told of: all, or a sample by hash. */
  readonly rows: readonly TraceRow[]
}
