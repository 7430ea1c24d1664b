import { normalTwoSided } from './normal.ts'
import { wilson } from './wilson.ts'
import type { Estimate } from './z95.ts'

export interface Share {
  readonly count: number
  readonly n: number
}
/** `value` is the first share less the second, −1..1; `p` is two-sided. */
export interface ShareDifference extends Estimate {
  readonly z: number
  readonly p: number
}

/**
 * Two independent shares compared: the z-test with the pooled variance, and Newcombe's hybrid score interval of the
 * difference (Newcombe 1998, method 10). Undefined when either n is 0.
 */
export function compareShares(a: Share, b: Share): ShareDifference | undefined {
  const first = wilson(a.count, a.n)
  const second = wilson(b.count, b.n)
  if (!first || !second) return undefined
  const value = first.value - second.value
  const pooled = (a.count + b.count) / (a.n + b.n)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n))
  const z = error === 0 ? 0 : value / error
  return {
    value,
    z,
    p: normalTwoSided(z),
    low: value - Math.hypot(first.value - first.low, second.high - second.value),
    high: value + Math.hypot(first.high - first.value, second.value - second.low),
  }
}
