import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { seededRandom } from '../statistics/seeded-random.ts'

/** How something was divided in each period: where people go after a touchpoint, or how long a transition takes by classes. */
export interface Series {
  readonly name: string
  /** `counts[period][category]`; every period has the same categories. */
  readonly counts: readonly (readonly number[])[]
}

export interface Change {
  readonly name: string
  /** The first period of the new state. */
  readonly period: number
  /** Twice the log-likelihood ratio of two states against one, at that period. */
  readonly ratio: number
  /** Chance of a ratio as large at some period when the order of the periods does not matter, corrected over all series. */
  readonly p: number
  /** Shares of the categories before and after. */
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export interface ChangeOptions {
  /** Periods there must be on each side of a change. */
  readonly margin?: number
  readonly shuffles?: number
  /** False discovery rate. */
  readonly level?: number
}

/** Fewer periods cannot show a change. */
export const fewestPeriods = 8

/**
 * Changes of state: for each series the period at which it is most like two different mixes, tested by putting the periods
 * in random order (so that what a whole period has in common does not pass for a change). Benjamini–Hochberg over all
 * series. Empty with fewer than eight periods. The same series give the same answer.
 */
export function findChanges(series: readonly Series[], options: ChangeOptions = {}): readonly Change[] {
  const { margin = 2, shuffles = 999, level = 0.05 } = options
  const tested = series
    .filter(({ counts }) => counts.length >= fewestPeriods)
    .map((one, index) => ({ ...test(one, { margin, shuffles, seed: index + 1 }), one }))
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  return tested
    .map(({ one, period, ratio }, index): Change => ({
      name: one.name,
      period,
      ratio,
      p: adjusted[index] ?? 1,
      before: sharesOf(one.counts.slice(0, period)),
      after: sharesOf(one.counts.slice(period)),
    }))
    .filter(({ p }) => p <= level)
    .toSorted((a, b) => a.p - b.p || b.ratio - a.ratio || (a.name < b.name ? -1 : 1))
}

interface Tested {
  readonly period: number
  readonly ratio: number
  readonly p: number
}

function test(
  { counts }: Series,
  { margin, shuffles, seed }: { readonly margin: number; readonly shuffles: number; readonly seed: number },
): Tested {
  const order = counts.map((_, period) => period)
  const found = best(counts, order, margin)
  const random = seededRandom(seed)
  let asLarge = 0
  for (let turn = 0; turn < shuffles; turn++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const kept = order[at]!
      order[at] = order[other]!
      order[other] = kept
    }
    if (best(counts, order, margin).ratio >= found.ratio - 1e-9) asLarge++
  }
  return { ...found, p: (asLarge + 1) / (shuffles + 1) }
}

/** The cut with the largest ratio; the earliest of equal ones. */
function best(counts: Series['counts'], order: readonly number[], margin: number): { readonly period: number; readonly ratio: number } {
  const categories = counts[0]?.length ?? 0
  const all = new Float64Array(categories)
  for (const period of counts) for (let c = 0; c < categories; c++) all[c]! += period[c]!
  const before = new Float64Array(categories)
  const after = Float64Array.from(all)
  const whole = entropySum(all)
  let found = { period: margin, ratio: -Infinity }
  for (let cut = 1; cut <= order.length - margin; cut++) {
    const period = counts[order[cut - 1]!]!
    for (let c = 0; c < categories; c++) {
      before[c]! += period[c]!
      after[c]! -= period[c]!
    }
    const ratio = 2 * (entropySum(before) + entropySum(after) - whole)
    if (cut >= margin && ratio > found.ratio + 1e-9) found = { period: cut, ratio }
  }
  return found
}

/** Largest log-likelihood of multinomial counts, without the constant that cancels: Σ n ln(n / N). */
function entropySum(counts: Float64Array): number {
  let total = 0
  let sum = 0
  for (const count of counts) {
    total += count
    if (count > 0) sum += count * Math.log(count)
  }
  return total === 0 ? 0 : sum - total * Math.log(total)
}

function sharesOf(periods: Series['counts']): readonly number[] {
  const sums = (periods[0] ?? []).map((_, category) => periods.reduce((sum, period) => sum + period[category]!, 0))
  const total = sums.reduce((sum, count) => sum + count, 0)
  return sums.map((count) => (total === 0 ? 0 : count / total))
}
