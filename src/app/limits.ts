/** How much one request may ask for. */
export interface Limits {
  /** Size of one uploaded file. */
  readonly uploadBytes: number
  /** An upload stops when less than this is left on the disk. */
  readonly freeBytes: number
  /** Rows of one answer. */
  readonly rows: number
  /** Steps of one funnel. */
  readonly steps: number
  readonly runningJobs: number
  readonly waitingJobs: number
  /** Ended jobs that are remembered. */
  readonly rememberedJobs: number
  /** Answers of methods that are kept in memory. */
  readonly keptAnswers: number
  /** An upload that nobody imported is cleared away after this many milliseconds. */
  readonly uploadLifeMs: number
}

export const defaultLimits: Limits = {
  uploadBytes: 20_000_000_000,
  freeBytes: 500_000_000,
  rows: 10_000,
  steps: 32,
  runningJobs: 2,
  waitingJobs: 50,
  rememberedJobs: 200,
  keptAnswers: 60,
  uploadLifeMs: 7 * 24 * 3_600_000,
}
