import { incompleteBeta } from './incomplete-beta.ts'

/** P(|T| ≥ |t|) for Student's t with `df` > 0 degrees of freedom, which need not be whole. Absolute error below 1e-10. */
export function tTwoSided(t: number, df: number): number {
  return incompleteBeta(df / (df + t * t), df / 2, 0.5)
}

/**
 * The t for which P(|T| ≤ t) = 0.95, found by bisection on `tTwoSided`; relative error below 1e-9.
 * df = 1 gives 12.706, df = 9 gives 2.2622, large df approach 1.95996.
 */
export function t95(df: number): number {
  let low = 1.9
  let high = 13
  while (tTwoSided(high, df) > 0.05) high *= 2
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (tTwoSided(middle, df) > 0.05) low = middle
    else high = middle
  }
  return (low + high) / 2
}
