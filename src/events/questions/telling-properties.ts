import { int, sql } from '../engine/sql.ts'
import type { QuestionContext } from './context.ts'

/** Properties that analysis can read: times that were promised, and money with its currency. */
export interface TellingProperties {
  readonly times: readonly string[]
  readonly money?: string
  readonly currency?: string
}

/** Names that money goes by, the likeliest first. */
const moneyNames = ['amount', 'order_value', 'value', 'revenue', 'price', 'total', 'total_price', 'payment_value', 'mrr', 'arr']
const currencyNames = ['currency', 'currency_code', 'currency_iso_code']
const mostTimes = 3
const leastValues = 30
const lookedAt = 20_000

/** Judged by the first events stored: a property is a time, or a number, when nine in ten of its values are. */
export async function findTellingProperties({ query, workspace }: QuestionContext): Promise<TellingProperties> {
  const rows = await query<{ name: string; n: number; times: number; numbers: number }>(sql`
    SELECT name, countIf(value != '') AS n,
      countIf(match(value, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') AND isNotNull(parseDateTime64BestEffortOrNull(value, 3, 'UTC'))) AS times,
      countIf(isNotNull(toFloat64OrNull(value))) AS numbers
    FROM (SELECT properties FROM events WHERE workspace = ${int(workspace)} LIMIT ${int(lookedAt)})
    ARRAY JOIN mapKeys(properties) AS name, mapValues(properties) AS value GROUP BY name ORDER BY name`)
  const usual = rows.filter(({ n }) => n >= leastValues)
  const money = moneyNames.find((name) => usual.some((row) => row.name === name && row.numbers >= 0.9 * row.n))
  const currency = currencyNames.find((name) => usual.some((row) => row.name === name))
  return {
    times: usual
      .filter((row) => row.times >= 0.9 * row.n)
      .map(({ name }) => name)
      .slice(0, mostTimes),
    ...(money !== undefined && { money }),
    ...(currency !== undefined && { currency }),
  }
}
