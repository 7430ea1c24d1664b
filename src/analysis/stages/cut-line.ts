export interface LinePoint {
  readonly at: number
  readonly weight: number
}

/** How much of the whole spread one more segment must explain to be worth having. */
const pricePerSegment = 0.02

/**
 * Cuts points, sorted along a line, into the segments with the least weighted variance inside (Fisher 1958, exact by
 * dynamic programming), and chooses how many of `least` to `most` by that variance as a share of the whole plus a price
 * for each segment. Returns the segments' first indexes; the first is 0. Ties go to fewer segments and earlier cuts.
 */
export function cutLine(points: readonly LinePoint[], least: number, most: number): readonly number[] {
  const n = points.length
  if (n === 0) return []
  const spread = spreads(points)
  const whole = spread(0, n)
  if (whole === 0) return evenCuts(n, Math.min(least, n))
  const tables = cheapestCuts(n, Math.min(most, n), spread)
  let best: { cost: number; cuts: readonly number[] } | undefined
  for (let k = Math.min(least, n); k <= Math.min(most, n); k++) {
    const cost = Math.round(((tables.cost[k]?.[n] ?? 0) / whole + pricePerSegment * k) * 1e9)
    if (!best || cost < best.cost) best = { cost, cuts: traceBack(tables.from, k, n) }
  }
  return best?.cuts ?? [0]
}

/** The weighted sum of squares about the mean of points[from..to). */
function spreads(points: readonly LinePoint[]): (from: number, to: number) => number {
  const sums = [{ w: 0, wx: 0, wxx: 0 }]
  for (const { at, weight } of points) {
    const { w, wx, wxx } = sums.at(-1)!
    sums.push({ w: w + weight, wx: wx + weight * at, wxx: wxx + weight * at * at })
  }
  return (from, to) => {
    const [a, b] = [sums[from]!, sums[to]!]
    const w = b.w - a.w
    return w <= 0 ? 0 : Math.max(0, b.wxx - a.wxx - (b.wx - a.wx) ** 2 / w)
  }
}

function cheapestCuts(n: number, most: number, spread: (from: number, to: number) => number) {
  const cost: number[][] = [[0, ...new Array<number>(n).fill(Infinity)]]
  const from: number[][] = [[]]
  for (let k = 1; k <= most; k++) {
    const costs = new Array<number>(n + 1).fill(Infinity)
    const origins = new Array<number>(n + 1).fill(0)
    for (let end = k; end <= n; end++) {
      for (let start = k - 1; start < end; start++) {
        const candidate = cost[k - 1]![start]! + spread(start, end)
        if (candidate < costs[end]!) {
          costs[end] = candidate
          origins[end] = start
        }
      }
    }
    cost.push(costs)
    from.push(origins)
  }
  return { cost, from }
}

function traceBack(from: readonly (readonly number[])[], segments: number, n: number): readonly number[] {
  const cuts: number[] = []
  for (let k = segments, end = n; k > 0; k--) {
    end = from[k]![end]!
    cuts.unshift(end)
  }
  return cuts
}

function evenCuts(n: number, segments: number): readonly number[] {
  return Array.from({ length: segments }, (_, index) => Math.floor((index * n) / segments))
}
