import { incompleteBeta } from '../statistics/incomplete-beta.ts'
import { compareShares, type Share, type ShareDifference } from '../statistics/two-proportions.ts'

/**
 * A share against the rest's, for finding what is worse. The z-test alone is too eager where few cases meet a small share:
 * the binomial's upper tail is heavier than the normal's. So p is the larger of the z-test's and twice the exact binomial
 * tail at the rest's share. Undefined when either has no cases.
 */
export function compareWithRest(one: Share, rest: Share): ShareDifference | undefined {
  const compared = compareShares(one, rest)
  if (!compared || compared.value <= 0) return compared
  return { ...compared, p: Math.max(compared.p, Math.min(1, 2 * atLeast(one.count, one.n, rest.count / rest.n))) }
}

/** P(X ≥ k) for X binomial of n and p. */
function atLeast(k: number, n: number, p: number): number {
  return k === 0 ? 1 : incompleteBeta(p, k, n - k + 1)
}
