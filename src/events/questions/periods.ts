import type { Bucket, Periods, PeriodsAsked, PeriodTransition } from '../../journey/periods.ts'
import { int, sql, type Sql } from '../engine/sql.ts'
import { countLooked, selectJourneys, type QuestionContext } from './context.ts'
import { linkedFeedback } from './linked-feedback.ts'
import { bucketStart } from './trend.ts'

const dayMs = 86_400_000
const mostTransitions = 2000

interface FoundTransition {
  readonly a: number
  readonly b: number
  readonly count: number
  readonly cells: readonly (readonly [start: number, gapClass: number, count: number])[]
}
interface FoundScores {
  readonly target: number
  readonly period: number
  readonly n: number
  readonly sum: number
  readonly squares: number
}

/** What happened in each day, week or month: transitions with the time they took, scores, starts. */
export async function askPeriods(context: QuestionContext, asked: PeriodsAsked): Promise<Periods> {
  const { bucket } = asked
  const selected = await selectJourneys(context, asked)
  const [looked, transitions, begun, scores] = await Promise.all([
    countLooked(context, selected),
    context.query<FoundTransition>(transitionsOf(selected.from, bucket)),
    context.query<{ a: number; period: number; count: number }>(
      sql`SELECT touchpoints[1] AS a, ${bucketStart('start', bucket)} AS period, count() AS count FROM ${selected.from} GROUP BY a, period`,
    ),
    linkedFeedback(context, asked, { of: 'scores' }).then((feedback) =>
      context.query<FoundScores>(
        sql`SELECT target, ${bucketStart('at', bucket)} AS period, count() AS n, sum(normal) AS sum, sum(normal * normal) AS squares FROM (${feedback}) GROUP BY target, period`,
      ),
    ),
  ])
  const starts = periodsBetween(
    [
      ...begun.map(({ period }) => period),
      ...scores.map(({ period }) => period),
      ...transitions.flatMap(({ cells }) => cells.map(([start]) => start)),
    ],
    bucket,
  )
  const place = new Map(starts.map((start, index) => [start, index]))
  const nameOf = (id: number): string => context.dictionary.nameOf(id)
  return {
    ...looked,
    asOf: context.asOf,
    starts,
    transitions: transitions.map((row): PeriodTransition => ({
      from: nameOf(row.a),
      to: row.b === 0 ? null : nameOf(row.b),
      count: row.count,
      cells: row.cells.map(([start, gapClass, count]) => [place.get(start) ?? 0, gapClass, count] as const),
    })),
    begun: [...Map.groupBy(begun, ({ a }) => a)].map(([a, rows]) => ({
      touchpoint: nameOf(a),
      counts: spreadOut(rows, { starts, none: 0, of: ({ count }) => count }),
    })),
    scores: [...Map.groupBy(scores, ({ target }) => target)].map(([target, rows]) => ({
      touchpoint: nameOf(target),
      n: rows.reduce((all, { n }) => all + n, 0),
      moments: spreadOut(rows, { starts, none: [0, 0, 0] as const, of: ({ n, sum, squares }) => [n, sum, squares] as const }),
    })),
  }
}

function transitionsOf(from: Sql, bucket: Bucket): Sql {
  return sql`
    SELECT a, b, sum(n) AS count, arraySort(groupArray((period, class, n))) AS cells FROM (
      SELECT a, b, ${bucketStart('at', bucket)} AS period, if(b = 0 OR gap < 1, 0, toUInt16(1 + floor(2 * log2(gap)))) AS class, count() AS n
      FROM (
        SELECT outcome, a, b, gap, start + passed AS at FROM (SELECT *, arrayCumSum(gaps) AS times FROM ${from})
        ARRAY JOIN touchpoints AS a, arrayPushBack(arrayPopFront(touchpoints), toUInt16(0)) AS b, arrayPushBack(arrayPopFront(gaps), 0) AS gap, times AS passed
      ) WHERE b != 0 OR outcome = 'lost' GROUP BY a, b, period, class
    ) GROUP BY a, b ORDER BY count DESC, a, b LIMIT ${int(mostTransitions)}`
}

function spreadOut<Row extends { readonly period: number }, Value>(
  rows: readonly Row[],
  { starts, none, of }: { readonly starts: readonly number[]; readonly none: Value; readonly of: (row: Row) => Value },
): readonly Value[] {
  const by = new Map(rows.map((row) => [row.period, of(row)]))
  return starts.map((start) => by.get(start) ?? none)
}

/** Every period from the first to the last of some. */
function periodsBetween(found: readonly number[], bucket: Bucket): readonly number[] {
  const first = found.reduce((least, start) => Math.min(least, start), Infinity)
  const last = found.reduce((most, start) => Math.max(most, start), -Infinity)
  const starts: number[] = []
  for (let at = first; at <= last; at = nextPeriod(at, bucket)) starts.push(at)
  return starts
}

function nextPeriod(start: number, bucket: Bucket): number {
  if (bucket !== 'month') return start + (bucket === 'day' ? 1 : 7) * dayMs
  const day = new Date(start)
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)
}
