import { type Estimate, z95 } from './z95.ts'

/**
 * The Wilson score interval of a share, 0..1 (Wilson 1927). Undefined for n = 0.
 * Throws when the count does not lie between 0 and n.
 */
export function wilson(count: number, n: number): Estimate | undefined {
  if (!(count >= 0 && count <= n)) throw new RangeError(`a share needs 0 ≤ count ≤ n, not ${count} of ${n}`)
  if (n === 0) return undefined
  const p = count / n
  const z2 = z95 * z95
  const centre = p + z2 / (2 * n)
  const half = z95 * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  const low = count === 0 ? 0 : (centre - half) / (1 + z2 / n)
  const high = count === n ? 1 : (centre + half) / (1 + z2 / n)
  return { value: p, low: Math.max(0, low), high: Math.min(1, high) }
}
