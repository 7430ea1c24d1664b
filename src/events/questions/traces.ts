import type { TraceRow, Traces, TracesAsked } from '../../journey/trace.ts'
import { int, nothing, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import type { EventColumn } from '../journeys/build-journeys.ts'
import { countLooked, selectJourneys, type QuestionContext } from './context.ts'
import { findTellingProperties, type TellingProperties } from './telling-properties.ts'

/** Events that an answer holds unless the question says otherwise. */
const usualEvents = 500_000

interface Found {
  readonly start: number
  readonly outcome: TraceRow['outcome']
  readonly path: readonly number[]
  readonly at: readonly number[]
  readonly feedback: readonly (readonly [step: number, value: number, at: number, scale: string])[]
  readonly promised: readonly (readonly [step: number, property: number, late: number])[]
  readonly worth: number
  readonly currencies: readonly string[]
}

/**
 * Single journeys, all or, where they hold too many events, those of every m-th customer (or account) by hash: always the same
 * ones. Sorted by start, then as the engine's hash has it.
 */
export async function askTraces(context: QuestionContext, asked: TracesAsked): Promise<Traces> {
  const { workspace, definition, dictionary } = context
  const [all] = await context.query<{ events: number }>(sql`SELECT count() AS events FROM events WHERE workspace = ${int(workspace)}`)
  const every = Math.max(1, Math.ceil((all?.events ?? 0) / (asked.most ?? usualEvents)))
  const telling = await findTellingProperties(context)
  const units = every === 1 ? nothing : sql` AND ${unsafeSql(definition.unit)} % ${int(every)} = 0`
  const sampled = await selectJourneys(context, asked, { columns: columnsOf(telling), units })
  const [found, looked] = await Promise.all([
    context.query<Found>(tracesOf(sampled.from, { telling, windowMs: definition.feedbackWindowMs ?? Number.MAX_SAFE_INTEGER })),
    selectJourneys(context, asked).then((selected) => countLooked(context, selected)),
  ])
  const rows = found.flatMap((row): readonly TraceRow[] => (row.path.length === 0 ? [] : [rowOf(row, dictionary, telling)]))
  return { ...looked, rows }
}

function columnsOf({ times, money, currency }: TellingProperties): readonly EventColumn[] {
  const property = (name: string) => sql`properties[${text(name)}]`
  return [
    { name: 'normals', expression: sql`ifNull(normal, nan)` },
    { name: 'scales', expression: sql`toString(scale)` },
    { name: 'surveys', expression: sql`survey` },
    { name: 'links', expression: sql`link` },
    {
      name: 'amounts',
      expression: money === undefined ? sql`toFloat64(0)` : sql`greatest(0, ifNull(toFloat64OrNull(${property(money)}), 0))`,
    },
    { name: 'money', expression: currency === undefined ? sql`''` : property(currency) },
    ...times.map((name, index) => ({
      name: `promise_${index}`,
      expression: sql`ifNull(toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(${property(name)}, 3, 'UTC')), 0)`,
    })),
  ]
}

function tracesOf(from: Sql, { telling, windowMs }: { readonly telling: TellingProperties; readonly windowMs: number }): Sql {
  const stepOf = (place: string) => `toInt32(${place}) - toInt32(arraySum(arraySlice(surveys, 1, ${place}))) - 1`
  const promised = telling.times.map(
    (_, index) =>
      `arrayMap(p -> (${stepOf('p')}, ${index}, start + times[p] - promise_${index}[p]), arrayFilter(p -> promise_${index}[p] > 0, kept))`,
  )
  const linked = `arrayLastIndex((l, s, q) -> q < p AND NOT s AND l = links[p], links, surveys, places)`
  const nearest = sql`arrayLastIndex((t, s, q) -> q < p AND NOT s AND times[p] - t <= ${int(windowMs)}, times, surveys, places)`
  return sql`
    SELECT start, outcome, arrayMap(p -> touchpoints[p], kept) AS path, arrayMap(p -> times[p], kept) AS at,
      arrayMap((p, target) -> (${unsafeSql(stepOf('target'))}, normals[p], start + times[p], scales[p]), arrayFilter((p, target) -> target > 0, answers, targets), arrayFilter(target -> target > 0, targets)) AS feedback,
      ${unsafeSql(promised.length === 0 ? `CAST([], 'Array(Tuple(Int32, UInt8, Int64))')` : `arrayConcat(${promised.join(', ')})`)} AS promised,
      arraySum(arrayMap(k -> arrayMax(arrayMap((a, l) -> if(l = k, a, 0), amounts, links)), arrayDistinct(arrayFilter((l, a) -> a > 0 AND l != '', links, amounts)))) + arraySum(arrayFilter((a, l) -> l = '', amounts, links)) AS worth,
      arrayDistinct(arrayFilter((c, a) -> c != '' AND a > 0, money, amounts)) AS currencies
    FROM (
      SELECT *, arrayFilter(p -> NOT surveys[p], places) AS kept, arrayFilter(p -> NOT isNaN(normals[p]), places) AS answers,
        arrayMap(p -> multiIf(NOT surveys[p], p, links[p] != '' AND ${unsafeSql(linked)} > 0, ${unsafeSql(linked)}, ${nearest}), answers) AS targets
      FROM (SELECT *, arrayEnumerate(touchpoints) AS places, arrayCumSum(gaps) AS times FROM ${from})
    ) ORDER BY start, unit, number`
}

function rowOf(found: Found, dictionary: QuestionContext['dictionary'], { times }: TellingProperties): TraceRow {
  const { start, outcome, path, at, feedback, promised, worth, currencies } = found
  return {
    start,
    outcome,
    touchpoints: path.map((id) => dictionary.nameOf(id)),
    gaps: at.map((time, index) => (index === 0 ? 0 : time - (at[index - 1] ?? 0))),
    scores: feedback.map(([step, value, time, scale]) => ({ step, value, time, scale })),
    promises: promised.map(([step, property, lateMs]) => ({ step, property: times[property] ?? '', lateMs })),
    amount: worth > 0 && currencies.length <= 1 ? worth : null,
    currency: currencies.length === 1 ? (currencies[0] ?? '') : '',
  }
}
