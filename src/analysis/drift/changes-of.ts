import type { ChangeMeasure, ChangeRow } from '../../journey/methods/changes.ts'
import { gapClassFrom, type Periods, type PeriodTransition } from '../../journey/periods.ts'
import { byText } from '../by-order.ts'
import { spokenDuration } from '../pain-points/spoken-duration.ts'
import { compareMeans } from '../statistics/two-means.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import { findChangesStepwise, type Change, type Series } from './find-changes.ts'

/** Fewer occurrences in all, or answers, make no series. */
const fewest = 200
const fewestAnswers = 100
/** Destinations told apart; the rest is one. */
const mostTo = 7
/** A change of less is not worth telling, however sure it is: five points, or 0.1 of the score scale. */
const leastShare = 0.05
const leastScore = 0.1

/** A series, and how to tell of a change in it. */
interface Watched {
  readonly series: Series
  /** The first period of it. */
  readonly from: number
  readonly tell: (change: Change) => Omit<ChangeRow, 'at' | 'p'> | undefined
}

export interface ChangesFound {
  readonly rows: readonly ChangeRow[]
  readonly series: number
}

/**
 * What changed: each series is cut where its two sides differ most, tested by putting its periods in random order, and corrected over
 * all series (Benjamini and Hochberg). Only settled periods are looked at (`settledPart`). The largest first. Yields the share done.
 */
export function* changesOf(periods: Periods, stillOpenMs = 0): Generator<number, ChangesFound> {
  const settled = { periods, stillOpenMs }
  const watched = [...nextSeries(settled), ...timeSeries(settled), ...scoreSeries(settled), ...startSeries(settled)]
  const changes = yield* findChangesStepwise(
    watched.map(({ series }, place) => ({ ...series, name: String(place) })),
    // Corrected over dozens of series, a p of one in a thousand would not do.
    { margin: 3, shuffles: 9999 },
  )
  const rows = changes.flatMap((change): ChangeRow[] => {
    const told = watched[Number(change.name)]!.tell(change)
    const { tell: _tell, from } = watched[Number(change.name)]!
    const values = periods.starts.map((_, period) => told?.values[period - from] ?? null)
    return told ? [{ ...told, values, at: periods.starts[from + change.period]!, p: change.p }] : []
  })
  return { rows: rows.sort((a, b) => weight(b) - weight(a) || byText(a.id, b.id)), series: watched.length }
}

const weight = ({ difference, low, high }: ChangeRow): number => Math.abs(difference) / Math.max(1e-9, high - low)

interface Settled {
  readonly periods: Periods
  readonly stillOpenMs: number
}
/** Times after which nearly all that comes has come. */
const nearlyAll = 0.98

/**
 * Periods, from and before, in which what happens is settled. Towards the end some have not yet gone on who will, and those who went on
 * are the quick ones; at the beginning only those are there who are quick or had begun before anybody was counting. So both ends are
 * left out: as long as nearly all passages take, or as a journey counts as open, but no more than a quarter of the time each.
 */
function settledPart({ periods, stillOpenMs }: Settled, passages: readonly PeriodTransition[]): readonly [from: number, before: number] {
  const { starts, asOf } = periods
  const classes = passages.flatMap(({ to, cells }) => (to === null ? [] : cells.map(([, gapClass, count]) => [gapClass, count] as const)))
  const n = classes.reduce((sum, [, count]) => sum + count, 0)
  const longest =
    n === 0
      ? 0
      : gapClassFrom(
          classAt(
            classes.sort(([a], [b]) => a - b),
            nearlyAll * n,
          ) + 1,
        )
  const first = starts[0] ?? 0
  const margin = Math.min(Math.max(longest, stillOpenMs), (asOf - first) / 4)
  const from = starts.findIndex((start) => start >= first + margin)
  const beyond = starts.findIndex((_, period) => (starts[period + 1] ?? Infinity) > asOf - margin)
  return [Math.max(0, from), beyond < 0 ? starts.length : beyond]
}

interface Counted {
  readonly from: number
  readonly measure: ChangeMeasure
  readonly touchpoint: string
  /** What each category stands for; undefined: the rest. */
  readonly categories: readonly (string | undefined)[]
  readonly counts: readonly (readonly number[])[]
}

/** Tells of the category whose share moved most. */
function shares({ measure, touchpoint, categories, counts, from }: Counted): Watched {
  const id = `${measure} ${touchpoint}`
  return {
    from,
    series: { name: id, counts },
    tell: ({ period }) => {
      const [before, after] = [counts.slice(0, period), counts.slice(period)]
      const total = (rows: typeof counts, category?: number): number =>
        rows.reduce((sum, row) => sum + (category === undefined ? row.reduce((all, one) => all + one, 0) : row[category]!), 0)
      const [nBefore, nAfter] = [total(before), total(after)]
      const moved = categories
        .flatMap((name, category) => {
          const found =
            name === undefined
              ? undefined
              : compareShares({ count: total(after, category), n: nAfter }, { count: total(before, category), n: nBefore })
          return found ? [{ name: name!, category, found }] : []
        })
        .sort((a, b) => Math.abs(b.found.value) - Math.abs(a.found.value))[0]
      if (!moved || Math.abs(moved.found.value) < leastShare) return undefined
      const [was, is] = [total(before, moved.category) / nBefore, total(after, moved.category) / nAfter]
      const place = measure === 'start' ? moved.name : touchpoint
      const to = measure === 'start' ? '' : moved.name
      const what =
        measure === 'start'
          ? `begin at "${moved.name}"`
          : to === ''
            ? `are lost after "${touchpoint}"`
            : `go from "${touchpoint}" to "${to}"`
      return {
        id: `${id} ${moved.name}`,
        measure,
        touchpoint: place,
        to,
        before: was,
        after: is,
        nBefore,
        nAfter,
        difference: moved.found.value,
        low: moved.found.low,
        high: moved.found.high,
        p50Before: null,
        p50After: null,
        sentence: `${is > was ? 'More' : 'Fewer'} ${what}: ${percent(was)} before, ${percent(is)} since.`,
        values: counts.map((row) => {
          const n = row.reduce((sum, one) => sum + one, 0)
          return n === 0 ? null : row[moved.category]! / n
        }),
      }
    },
  }
}

function nextSeries(settled: Settled): readonly Watched[] {
  const { transitions, starts } = settled.periods
  return [...Map.groupBy(transitions, ({ from }) => from)].flatMap(([touchpoint, own]) => {
    if (own.reduce((sum, { count }) => sum + count, 0) < fewest || own.length < 2) return []
    const named = own.slice(0, mostTo)
    const rest = own.slice(mostTo)
    const [from, before] = settledPart(settled, own)
    const counts = starts
      .slice(from, before)
      .map((_, at) => from + at)
      .map((period) => [...named.map((one) => countIn(one, period)), rest.reduce((sum, one) => sum + countIn(one, period), 0)])
    return [shares({ from, measure: 'next', touchpoint, categories: [...named.map(({ to }) => to ?? ''), undefined], counts })]
  })
}

const countIn = ({ cells }: PeriodTransition, period: number): number =>
  cells.reduce((sum, [at, , count]) => (at === period ? sum + count : sum), 0)

function timeSeries(settled: Settled): readonly Watched[] {
  return settled.periods.transitions.flatMap((whole): Watched[] => {
    if (whole.to === null || whole.count < fewest) return []
    const [from, before] = settledPart(settled, [whole])
    const inside = whole.cells
      .filter(([period]) => period >= from && period < before)
      .map(([period, ...rest]) => [period - from, ...rest] as const)
    const one = { ...whole, cells: inside, count: inside.reduce((sum, [, , count]) => sum + count, 0) }
    if (one.count < fewest) return []
    const classes = one.cells.map(([, gapClass, count]) => [gapClass, count] as const).sort(([a], [b]) => a - b)
    const [quarter, half, most] = [0.25, 0.5, 0.75].map((share) => classAt(classes, share * one.count)) as [number, number, number]
    if (quarter === most) return []
    const place = (gapClass: number): number => (gapClass <= quarter ? 0 : gapClass <= half ? 1 : gapClass <= most ? 2 : 3)
    const counts = Array.from({ length: before - from }, () => [0, 0, 0, 0])
    for (const [period, gapClass, count] of one.cells) counts[period]![place(gapClass)]! += count
    return [times(one, { counts, half, first: from })]
  })
}

/** Of ascending classes with their counts, the class in which the so-manieth lies. */
function classAt(classes: readonly (readonly [number, number])[], rank: number): number {
  let passed = 0
  for (const [gapClass, count] of classes) if ((passed += count) >= rank) return gapClass
  return classes.at(-1)?.[0] ?? 0
}

function times(
  { from, to, cells }: PeriodTransition,
  { counts, half, first }: { readonly counts: readonly (readonly number[])[]; readonly half: number; readonly first: number },
): Watched {
  const id = `time ${from} > ${to ?? ''}`
  const slow = (rows: typeof counts): number => rows.reduce((sum, row) => sum + row[2]! + row[3]!, 0)
  const all = (rows: typeof counts): number => rows.reduce((sum, row) => sum + row.reduce((one, other) => one + other, 0), 0)
  const middle = (inside: (period: number) => boolean): number | null => {
    const own = cells.filter(([period]) => inside(period)).map(([, gapClass, count]) => [gapClass, count] as const)
    const n = own.reduce((sum, [, count]) => sum + count, 0)
    return n === 0
      ? null
      : gapClassFrom(
          classAt(
            own.sort(([a], [b]) => a - b),
            n / 2,
          ),
        )
  }
  return {
    from: first,
    series: { name: id, counts },
    tell: ({ period }) => {
      const [before, after] = [counts.slice(0, period), counts.slice(period)]
      const found = compareShares({ count: slow(after), n: all(after) }, { count: slow(before), n: all(before) })
      if (!found || Math.abs(found.value) < leastShare) return undefined
      const [p50Before, p50After] = [middle((one) => one < period), middle((one) => one >= period)]
      return {
        id,
        measure: 'time',
        touchpoint: from,
        to: to ?? '',
        before: slow(before) / all(before),
        after: slow(after) / all(after),
        nBefore: all(before),
        nAfter: all(after),
        difference: found.value,
        low: found.low,
        high: found.high,
        p50Before,
        p50After,
        sentence: `From "${from}" to "${to ?? ''}" takes ${found.value < 0 ? 'less' : 'more'} time: ${typical(p50Before, p50After)}${percent(slow(before) / all(before))} before and ${percent(slow(after) / all(after))} since take longer than ${spokenDuration(gapClassFrom(half + 1))}.`,
        values: counts.map((row) => (all([row]) === 0 ? null : slow([row]) / all([row]))),
      }
    },
  }
}

/** Told only where the median moved far enough to read: the longest waits may change alone. */
function typical(before: number | null, since: number | null): string {
  const [told, toldSince] = [spokenDuration(before ?? 0), spokenDuration(since ?? 0)]
  return told === toldSince ? '' : `typically about ${told} before, ${toldSince} since; `
}

function scoreSeries(settled: Settled): readonly Watched[] {
  const [from, before] = settledPart(settled, [])
  return settled.periods.scores
    .filter(({ n }) => n >= fewestAnswers)
    .map(({ touchpoint, moments: all }): Watched => {
      const moments = all.slice(from, before)
      const id = `score ${touchpoint}`
      const pooled = (rows: typeof moments) => {
        const [n, sum, squares] = rows.reduce(([a, b, c], [x, y, z]) => [a + x, b + y, c + z] as const, [0, 0, 0] as const)
        const mean = n === 0 ? 0 : sum / n
        return { n, mean, sd: n > 1 ? Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1)) : 0 }
      }
      return {
        from,
        series: { name: id, moments },
        tell: ({ period }) => {
          const [before, after] = [pooled(moments.slice(0, period)), pooled(moments.slice(period))]
          const found = compareMeans(after, before)
          if (!found || Math.abs(found.value) < leastScore) return undefined
          return {
            id,
            measure: 'score',
            touchpoint,
            to: '',
            before: before.mean,
            after: after.mean,
            nBefore: before.n,
            nAfter: after.n,
            difference: found.value,
            low: found.low,
            high: found.high,
            p50Before: null,
            p50After: null,
            sentence: `People feel ${found.value > 0 ? 'better' : 'worse'} at "${touchpoint}": ${signed(before.mean)} before, ${signed(after.mean)} since.`,
            values: moments.map(([n, sum]) => (n === 0 ? null : sum / n)),
          }
        },
      }
    })
}

function startSeries(settled: Settled): readonly Watched[] {
  const { begun, starts } = settled.periods
  const [from, before] = settledPart(settled, [])
  const total = (counts: readonly number[]): number => counts.reduce((sum, one) => sum + one, 0)
  const sorted = begun.toSorted((a, b) => total(b.counts) - total(a.counts) || byText(a.touchpoint, b.touchpoint))
  if (sorted.length < 2 || sorted.reduce((sum, { counts }) => sum + total(counts), 0) < fewest) return []
  const named = sorted.slice(0, mostTo)
  const counts = starts
    .slice(from, before)
    .map((_, at) => [
      ...named.map((one) => one.counts[from + at]!),
      sorted.slice(mostTo).reduce((sum, one) => sum + one.counts[from + at]!, 0),
    ])
  return [shares({ from, measure: 'start', touchpoint: '', categories: [...named.map(({ touchpoint }) => touchpoint), undefined], counts })]
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
