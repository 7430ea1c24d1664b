import { t95 } from './student-t.ts'

export interface Moments {
  readonly n: number
  readonly mean: number
  /** Sample standard deviation (n − 1). */
  readonly sd: number
}
/** `low` and `high` are null where an interval cannot be had (n < 2). */
export interface MeanEstimate {
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly n: number
}

/** A mean with its 95 % interval by Student's t, n − 1 degrees of freedom, in the values' unit. Undefined for n = 0. */
export function meanInterval(moments: Moments): MeanEstimate | undefined {
  const { n, mean, sd } = moments
  if (n === 0) return undefined
  if (n === 1) return { value: mean, low: null, high: null, n }
  const half = (t95(n - 1) * sd) / Math.sqrt(n)
  return { value: mean, low: mean - half, high: mean + half, n }
}

/** Count, mean and sample standard deviation (n − 1). */
export function describe(values: readonly number[]): Moments {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }
}

/** The moments of several samples put together, as if computed from all their values at once. */
export function pool(samples: readonly Moments[]): Moments {
  const n = samples.reduce((sum, sample) => sum + sample.n, 0)
  if (n === 0) return { n: 0, mean: 0, sd: 0 }
  const mean = samples.reduce((sum, sample) => sum + sample.n * sample.mean, 0) / n
  const squares = samples.reduce((sum, { n: k, mean: m, sd }) => sum + Math.max(0, k - 1) * sd * sd + k * (m - mean) ** 2, 0)
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }
}
