import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { seededRandom } from '../statistics/seeded-random.ts'
import { logSum } from './log-sum.ts'

/** Something told in each period of equal length, in order. */
export type Series = CountSeries | MomentSeries

/** How something was divided in each period: where people go after a touchpoint, or how long a transition takes by classes. */
export interface CountSeries {
  readonly name: string
  /** `counts[period][category]`; every period has the same categories. */
  readonly counts: readonly (readonly number[])[]
}
/** A number of many in each period, such as scores: how many, their sum, and the sum of their squares. */
export interface MomentSeries {
  readonly name: string
  readonly moments: readonly (readonly [n: number, sum: number, squares: number])[]
}

export interface Change {
  readonly name: string
  /** The first period of the new state. */
  readonly period: number
  /** Twice the log-likelihood ratio of two states against one, at that period. */
  readonly ratio: number
  /** Chance of a ratio as large at some period when the order of the periods does not matter, corrected over all series. */
  readonly p: number
  /** Shares of the categories before and after; for moments n, sum and sum of squares. */
  readonly before: readonly number[]
  readonly after: readonly number[]
}

export interface ChangeOptions {
  /** Periods there must be on each side of a change. */
  readonly margin?: number
  /** At the most: a series that chance matches often is given up early. */
  readonly shuffles?: number
  /** False discovery rate. */
  readonly level?: number
}

/** Fewer periods cannot show a change. */
export const fewestPeriods = 8
/** Shuffles as large as the real order after which a series is no longer looked at (Besag and Clifford 1991). */
const enoughAsLarge = 20

/**
 * Changes of state: for each series the period at which it is most like two different mixes, tested by putting the periods
 * in random order (so that what a whole period has in common does not pass for a change). Benjamini–Hochberg over all
 * series. Empty with fewer than eight periods. The same series give the same answer.
 */
export function findChanges(series: readonly Series[], options: ChangeOptions = {}): readonly Change[] {
  const work = findChangesStepwise(series, options)
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
  }
}

/** The same, yielding the share done. */
export function* findChangesStepwise(series: readonly Series[], options: ChangeOptions = {}): Generator<number, readonly Change[]> {
  const { margin = 2, shuffles = 999, level = 0.05 } = options
  const tested: (Tested & { readonly one: Series })[] = []
  for (const [index, one] of series.entries()) {
    const rows = rowsOf(one)
    if (rows.length >= Math.max(fewestPeriods, 2 * margin))
      tested.push({ ...test(one, { margin, shuffles, seed: tested.length + 1 }), one })
    yield (index + 1) / series.length
  }
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p))
  return tested
    .map(({ one, period, ratio }, index): Change => {
      const told = 'counts' in one ? sharesOf : sumsOf
      const rows = rowsOf(one)
      return {
        name: one.name,
        period,
        ratio,
        p: adjusted[index] ?? 1,
        before: told(rows.slice(0, period)),
        after: told(rows.slice(period)),
      }
    })
    .filter(({ p }) => p <= level)
    .toSorted((a, b) => a.p - b.p || b.ratio - a.ratio || (a.name < b.name ? -1 : 1))
}

const rowsOf = (series: Series): readonly (readonly number[])[] => ('counts' in series ? series.counts : series.moments)

interface Tested {
  readonly period: number
  readonly ratio: number
  readonly p: number
}
/** How far a mix is from nothing: twice the drop of this sum by a cut is the ratio. */
type Fit = (sums: Float64Array) => number

function test(
  series: Series,
  { margin, shuffles, seed }: { readonly margin: number; readonly shuffles: number; readonly seed: number },
): Tested {
  const rows = rowsOf(series)
  const fit = 'counts' in series ? logSum : undefined
  const order = rows.map((_, period) => period)
  const looking = { rows, margin, fit }
  const found = best(looking, order)
  if (!Number.isFinite(found.ratio) || found.ratio <= 1e-9) return { ...found, ratio: 0, p: 1 }
  const random = seededRandom(seed)
  let asLarge = 0
  for (let turn = 1; turn <= shuffles; turn++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1))
      const kept = order[at]!
      order[at] = order[other]!
      order[other] = kept
    }
    if (best(looking, order).ratio >= found.ratio - 1e-9) asLarge++
    if (asLarge === enoughAsLarge && turn < shuffles) return { ...found, p: asLarge / turn }
  }
  return { ...found, p: (asLarge + 1) / (shuffles + 1) }
}

interface Looking {
  readonly rows: readonly (readonly number[])[]
  readonly margin: number
  /** Missing: moments. */
  readonly fit: Fit | undefined
}

/** The cut with the largest ratio; the earliest of equal ones. */
function best({ rows, margin, fit }: Looking, order: readonly number[]): { readonly period: number; readonly ratio: number } {
  const width = rows[0]?.length ?? 0
  const all = new Float64Array(width)
  for (const row of rows) for (let c = 0; c < width; c++) all[c]! += row[c]!
  const before = new Float64Array(width)
  const after = Float64Array.from(all)
  const whole = fit ? fit(all) : spread(all)
  let found = { period: margin, ratio: -Infinity }
  for (let cut = 1; cut <= order.length - margin; cut++) {
    const row = rows[order[cut - 1]!]!
    for (let c = 0; c < width; c++) {
      before[c]! += row[c]!
      after[c]! -= row[c]!
    }
    if (cut < margin) continue
    const ratio = fit ? 2 * (fit(before) + fit(after) - whole) : momentRatio({ before, after, n: all[0]!, whole })
    if (ratio > found.ratio + 1e-9) found = { period: cut, ratio }
  }
  return found
}

/** Sum of squared distances from the mean; never negative. */
const spread = (m: Float64Array): number => (m[0]! <= 0 ? 0 : Math.max(0, m[2]! - (m[1]! * m[1]!) / m[0]!))

/** Twice the log-likelihood ratio of two normal means with one variance against one mean: n ln(whole / split). */
function momentRatio({
  before,
  after,
  n,
  whole,
}: {
  readonly before: Float64Array
  readonly after: Float64Array
  readonly n: number
  readonly whole: number
}): number {
  if (whole <= 1e-12) return 0
  return n * Math.log(whole / Math.max(1e-9 * whole, spread(before) + spread(after)))
}

function sumsOf(periods: readonly (readonly number[])[]): readonly number[] {
  return (periods[0] ?? []).map((_, at) => periods.reduce((sum, period) => sum + period[at]!, 0))
}

function sharesOf(periods: readonly (readonly number[])[]): readonly number[] {
  const sums = sumsOf(periods)
  const total = sums.reduce((sum, count) => sum + count, 0)
  return sums.map((count) => (total === 0 ? 0 : count / total))
}
