import type { JourneyPathRow, JourneyPaths, JourneyPathsAsked } from '../../journey/journey-paths.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { countLooked, selectJourneys, type QuestionContext } from './context.ts'

/** Bare journeys: all, or those of one unit in so many by hash, always the same ones. Sorted by start. */
export async function askJourneyPaths(context: QuestionContext, asked: JourneyPathsAsked): Promise<JourneyPaths> {
  const { dictionary, asOf } = context
  const looked = await countLooked(context, await selectJourneys(context, asked))
  const oneIn = Math.max(1, Math.ceil(looked.journeys / Math.max(1, asked.most)))
  const from = await sampled(context, asked, oneIn)
  const makeup = asked.makeup
    ? sql`, if(empty(arrayFilter(n -> NOT isNaN(n), feedback_normal)), NULL, arrayAvg(arrayFilter(n -> NOT isNaN(n), feedback_normal))) AS score, arrayMap(s -> toString(s), segments) AS segments`
    : sql``
  const listed = sql`SELECT unit, number, start, "end", outcome, touchpoints AS steps, gaps${makeup} FROM ${from}`
  const found = await context.query<JourneyPathRow>(
    asked.ids ? withIds(context, listed) : sql`SELECT '' AS id, * EXCEPT (unit, number) FROM (${listed}) ORDER BY start, unit, number`,
  )
  const places = new Map<number, number>(dictionary.ids.map((id, place) => [id, place]))
  return {
    ...looked,
    asOf,
    oneIn,
    names: dictionary.names,
    rows: found.map((row) => ({ ...row, steps: row.steps.map((id) => places.get(id) ?? 0) })),
  }
}

async function sampled(context: QuestionContext, { events, journeys, makeup }: JourneyPathsAsked, oneIn: number): Promise<Sql> {
  const both = oneIn === 1 ? journeys : { ...journeys, oneIn: oneIn * (journeys?.oneIn ?? 1) }
  const asked = { ...(events && { events }), ...(both && { journeys: both }) }
  if (!makeup) return (await selectJourneys(context, asked)).from
  // Only the events of the sample are read; not where ids are joined, as an id's own hash does not say its customer's then.
  const units =
    oneIn > 1 && !context.joined ? sql` AND intHash64(${unsafeSql(context.definition.unit)}) % ${int(both?.oneIn ?? 1)} = 0` : undefined
  return (await selectJourneys(context, asked, { parts: ['feedback'], ...(units && { units }) })).from
}

function withIds({ workspace, definition }: QuestionContext, listed: Sql): Sql {
  const unit = unsafeSql(definition.unit)
  return sql`WITH listed AS (${listed}) SELECT u.id AS id, l.* EXCEPT (unit, number) FROM listed AS l
    INNER JOIN (SELECT ${unit} AS unit, any(${unsafeSql(`${definition.unit}_id`)}) AS id FROM events WHERE workspace = ${int(workspace)} AND ${unit} IN (SELECT unit FROM listed) GROUP BY ${unit}) AS u ON u.unit = l.unit
    ORDER BY l.start, l.unit, l.number`
}
