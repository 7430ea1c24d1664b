import { normalTwoSided } from './normal.ts'
import { z95, type Estimate } from './z95.ts'

/** `value` is the first median less the second; `p` is two-sided. */
export interface MedianDifference extends Estimate {
  readonly first: number
  readonly second: number
  readonly p: number
}

/**
 * Two independent medians compared without a distribution: Price and Bonett's standard errors from order statistics (Price and
 * Bonett 2002), and their normal interval of the difference. The medians are nearest-rank. Undefined with fewer than five values
 * on either side, or where nothing varies.
 */
export function compareMedians(a: readonly number[], b: readonly number[]): MedianDifference | undefined {
  const [first, second] = [medianOf(a), medianOf(b)]
  if (!first || !second) return undefined
  const error = Math.hypot(first.error, second.error)
  if (error === 0) return undefined
  const value = first.median - second.median
  return {
    first: first.median,
    second: second.median,
    value,
    low: value - z95 * error,
    high: value + z95 * error,
    p: normalTwoSided(value / error),
  }
}

function medianOf(values: readonly number[]): { readonly median: number; readonly error: number } | undefined {
  const n = values.length
  if (n < 5) return undefined
  const sorted = Float64Array.from(values).sort()
  const cut = Math.max(1, Math.round((n + 1) / 2 - Math.sqrt(n)))
  // The normal quantile that matches how likely the median lies between the two order statistics: nearly 2 for all n.
  return { median: sorted[Math.ceil(n / 2) - 1]!, error: (sorted[n - cut]! - sorted[cut - 1]!) / (2 * 2) }
}
