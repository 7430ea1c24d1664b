/** P(|Z| ≥ |z|) for a standard normal Z: erfc(|z|/√2), by series below 2 and continued fraction above; relative error below 1e-12. */
export function normalTwoSided(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  return x < 2 ? 1 - erfBySeries(x) : erfcByFraction(x)
}

function erfBySeries(x: number): number {
  let term = x
  let sum = x
  for (let k = 1; k < 200 && Math.abs(term) > 1e-18 * sum; k++) {
    term *= (-x * x) / k
    sum += term / (2 * k + 1)
  }
  return (2 / Math.sqrt(Math.PI)) * sum
}

function erfcByFraction(x: number): number {
  let tail = 0
  for (let k = 120; k >= 1; k--) tail = k / 2 / (x + tail)
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail)
}
