import type { Moments } from './mean-interval.ts'
import { t95, tTwoSided } from './student-t.ts'
import type { Estimate } from './z95.ts'

/** `value` is the first mean less the second; `p` is two-sided. */
export interface MeanDifference extends Estimate {
  readonly t: number
  readonly df: number
  readonly p: number
}

/** Welch's t-test of two means with its 95 % interval (Welch 1947). Undefined when a sample has fewer than two values or nothing varies. */
export function compareMeans(a: Moments, b: Moments): MeanDifference | undefined {
  if (a.n < 2 || b.n < 2) return undefined
  const va = a.sd ** 2 / a.n
  const vb = b.sd ** 2 / b.n
  if (va + vb === 0) return undefined
  const error = Math.sqrt(va + vb)
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1))
  const value = a.mean - b.mean
  const half = t95(df) * error
  return { value, t: value / error, df, p: tTwoSided(value / error, df), low: value - half, high: value + half }
}
