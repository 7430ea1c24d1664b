import type { MethodAsked } from './method-asked.ts'

/** What comes next after a path, learnt from the journeys themselves and judged on the later ones. */
export interface NextQuestion extends MethodAsked {
  readonly question: 'next'
  /** Touchpoints so far, the last one last. Empty: how journeys begin. */
  readonly path: readonly string[]
}
export interface NextRow {
  /** A touchpoint; '' stands for silence: nothing comes. */
  readonly next: string
  readonly chance: number
  /** Times from the path's last touchpoint to this one, ms, nearest rank; null where nobody went there. */
  readonly p50: number | null
  readonly p90: number | null
  /** Passages that these times rest on. */
  readonly n: number
}
export interface NextSummary {
  /** Journeys that passed the longest stretch of this path that was ever seen. */
  readonly seen: number
  /** Chance of the goal after this path; null without a goal. */
  readonly goal: { readonly chance: number; readonly low: number; readonly high: number; readonly n: number } | null
  /** How far back the model looks. */
  readonly order: number
  /** Journeys it learnt from and was judged by, and when the latter began (UTC ms). */
  readonly learnt: number
  readonly judged: number
  readonly judgedFrom: number | null
  /** Null where there is nothing to be judged by. */
  readonly quality: PredictionQuality | null
  /** Looking at the last touchpoint alone, and saying always the same. */
  readonly lastStep: PredictionQuality | null
  readonly majority: PredictionQuality | null
  readonly goalQuality: {
    readonly brier: number
    readonly brierOfBase: number
    readonly moments: number
    readonly bins: readonly PlotPoint[]
  } | null
}
export interface PredictionQuality {
  readonly accuracy: number
  readonly logLoss: number
  readonly calibrationError: number
  readonly confidenceError: number
  readonly moments: number
  readonly bins: readonly PlotPoint[]
}
/** A point of a calibration plot: mean chance said, share that came true with its Wilson 95 % interval. */
export interface PlotPoint {
  readonly said: number
  readonly seen: number
  readonly low: number
  readonly high: number
  readonly moments: number
}
