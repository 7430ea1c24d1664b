import type { OverviewRow, ScoreRow, TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import type { CompareMeasure, CompareRow } from '../../journey/methods/compare.ts'
import { byFirst, byText } from '../by-order.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { pool } from '../statistics/mean-interval.ts'
import { compareMeans } from '../statistics/two-means.ts'
import { compareMedians } from '../statistics/two-medians.ts'
import { compareShares, type Share } from '../statistics/two-proportions.ts'

/** What was asked of one group. */
export interface GroupAnswers {
  readonly overview: OverviewRow
  readonly touchpoints: readonly TouchpointRow[]
  readonly transitions: readonly TransitionRow[]
  readonly scores: readonly ScoreRow[]
  /** Durations of journeys that reached the goal, or without one of those that ended, ms; all or a sample. */
  readonly durations: readonly number[]
}
export interface ComparedGroups {
  readonly rows: readonly CompareRow[]
  readonly tooFew: number
}

/** Fewer cases on either side are not compared. */
const fewest = 20
/** Passages compared at the most: the commonest of both groups together. */
const mostPassages = 150

type Difference = Omit<CompareRow, 'verdict'>
type Maybe = Difference | 'too few'

/**
 * Two groups on one table: shares by Newcombe's interval and the z-test, means by Welch, medians by Price and Bonett. p is corrected
 * over the whole table; `clear` is what stays at or below 5 %. Clear differences come first, the largest by how far their interval
 * lies from zero in its own widths.
 */
export function compareGroups(a: GroupAnswers, b: GroupAnswers, hasGoal: boolean): ComparedGroups {
  const all = [...whole(a, b, hasGoal), ...atTouchpoints(a, b), ...passages(a, b), ...scores(a, b)]
  const differences = all.filter((one) => one !== 'too few')
  const corrected = benjaminiHochberg(differences.map(({ p }) => p))
  const rows = differences.map((one, at): CompareRow => {
    const p = corrected[at] ?? 1
    return { ...one, p, verdict: p <= 0.05 ? 'clear' : 'unclear' }
  })
  return {
    rows: rows.sort(
      byFirst(
        (x, y) => Number(x.verdict === 'unclear') - Number(y.verdict === 'unclear'),
        (x, y) => weight(y) - weight(x),
        (x, y) => byText(`${x.measure} ${x.touchpoint} ${x.to}`, `${y.measure} ${y.touchpoint} ${y.to}`),
      ),
    ),
    tooFew: all.length - differences.length,
  }
}

const weight = ({ difference, low, high }: CompareRow): number => (high > low ? Math.abs(difference) / (high - low) : 0)

interface Place {
  readonly measure: CompareMeasure
  readonly touchpoint?: string
  readonly to?: string
}

function ofShares({ measure, touchpoint = '', to = '' }: Place, a: Share, b: Share): Maybe {
  const found = a.n < fewest || b.n < fewest ? undefined : compareShares(a, b)
  if (!found) return 'too few'
  const { value, low, high, p } = found
  return { measure, touchpoint, to, a: a.count / a.n, b: b.count / b.n, nA: a.n, nB: b.n, difference: value, low, high, p }
}

function whole(a: GroupAnswers, b: GroupAnswers, hasGoal: boolean): readonly Maybe[] {
  const ended = ({ overview }: GroupAnswers): Share => ({ count: overview.reachedGoal, n: overview.reachedGoal + overview.lost })
  const times = a.durations.length < fewest || b.durations.length < fewest ? undefined : compareMedians(a.durations, b.durations)
  const duration: Maybe = times
    ? {
        measure: 'duration',
        touchpoint: '',
        to: '',
        a: times.first,
        b: times.second,
        nA: a.durations.length,
        nB: b.durations.length,
        difference: times.value,
        low: times.low,
        high: times.high,
        p: times.p,
      }
    : 'too few'
  return [...(hasGoal ? [ofShares({ measure: 'conversion' }, ended(a), ended(b))] : []), duration]
}

function atTouchpoints(a: GroupAnswers, b: GroupAnswers): readonly Maybe[] {
  const byName = (rows: readonly TouchpointRow[]) => new Map(rows.map((row) => [row.touchpoint, row]))
  const [one, other] = [byName(a.touchpoints), byName(b.touchpoints)]
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((touchpoint) => {
    const [x, y] = [one.get(touchpoint), other.get(touchpoint)]
    const visits = (row: TouchpointRow | undefined, key: 'exits' | 'repeats'): Share => ({ count: row?.[key] ?? 0, n: row?.journeys ?? 0 })
    return [
      ofShares(
        { measure: 'reach', touchpoint },
        { count: x?.journeys ?? 0, n: a.overview.journeys },
        { count: y?.journeys ?? 0, n: b.overview.journeys },
      ),
      ofShares({ measure: 'exits', touchpoint }, visits(x, 'exits'), visits(y, 'exits')),
      ofShares({ measure: 'repeats', touchpoint }, visits(x, 'repeats'), visits(y, 'repeats')),
    ]
  })
}

function passages(a: GroupAnswers, b: GroupAnswers): readonly Maybe[] {
  const keyed = (rows: readonly TransitionRow[]) => new Map(rows.map((row) => [JSON.stringify([row.from, row.to]), row]))
  const leaving = (rows: readonly TransitionRow[]) => {
    const sums = new Map<string, number>()
    for (const { from, count } of rows) sums.set(from, (sums.get(from) ?? 0) + count)
    return sums
  }
  const [one, other] = [keyed(a.transitions), keyed(b.transitions)]
  const [outOfA, outOfB] = [leaving(a.transitions), leaving(b.transitions)]
  const count = (key: string): number => (one.get(key)?.count ?? 0) + (other.get(key)?.count ?? 0)
  return [...new Set([...one.keys(), ...other.keys()])]
    .sort((x, y) => count(y) - count(x) || byText(x, y))
    .slice(0, mostPassages)
    .map((key) => {
      const { from, to } = (one.get(key) ?? other.get(key))!
      const share = (rows: ReadonlyMap<string, TransitionRow>, out: ReadonlyMap<string, number>): Share => ({
        count: rows.get(key)?.count ?? 0,
        n: out.get(from) ?? 0,
      })
      return ofShares({ measure: 'next', touchpoint: from, to }, share(one, outOfA), share(other, outOfB))
    })
}

function scores(a: GroupAnswers, b: GroupAnswers): readonly Maybe[] {
  const byTouchpoint = (rows: readonly ScoreRow[]) =>
    new Map([...Map.groupBy(rows, ({ touchpoint }) => touchpoint)].map(([touchpoint, own]) => [touchpoint, pool(own)]))
  const [one, other] = [byTouchpoint(a.scores), byTouchpoint(b.scores)]
  return [...new Set([...one.keys(), ...other.keys()])].map((touchpoint): Maybe => {
    const [x, y] = [one.get(touchpoint), other.get(touchpoint)]
    const found = x && y && x.n >= fewest && y.n >= fewest ? compareMeans(x, y) : undefined
    if (!x || !y || !found) return 'too few'
    const { value, low, high, p } = found
    return { measure: 'score', touchpoint, to: '', a: x.mean, b: y.mean, nA: x.n, nB: y.n, difference: value, low, high, p }
  })
}
