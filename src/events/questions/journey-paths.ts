import type { JourneyPathRow, JourneyPaths, JourneyPathsAsked } from '../../journey/journey-paths.ts'
import { int, nothing, sql, unsafeSql } from '../engine/sql.ts'
import { countLooked, selectJourneys, type QuestionContext } from './context.ts'

/** Bare journeys from the journeys table: all, or those of every m-th unit by hash, always the same ones. Sorted by start. */
export async function askJourneyPaths(context: QuestionContext, asked: JourneyPathsAsked): Promise<JourneyPaths> {
  const { workspace, definition, dictionary, asOf } = context
  const selected = await selectJourneys(context, asked)
  const looked = await countLooked(context, selected)
  const every = Math.max(1, Math.ceil(looked.journeys / Math.max(1, asked.most)))
  const unit = unsafeSql(definition.unit)
  const sampled = sql`SELECT unit, number, start, "end", outcome, touchpoints AS steps, gaps FROM ${selected.from}${every === 1 ? nothing : sql` WHERE unit % ${int(every)} = 0`}`
  const rows = asked.ids
    ? sql`WITH listed AS (${sampled}) SELECT u.id AS id, l.start AS start, l."end" AS "end", l.outcome AS outcome, l.steps AS steps, l.gaps AS gaps FROM listed AS l
        INNER JOIN (SELECT ${unit} AS unit, any(${unsafeSql(`${definition.unit}_id`)}) AS id FROM events WHERE workspace = ${int(workspace)} AND ${unit} IN (SELECT unit FROM listed) GROUP BY ${unit}) AS u ON u.unit = l.unit
        ORDER BY l.start, l.unit, l.number`
    : sql`SELECT '' AS id, start, "end", outcome, steps, gaps FROM (${sampled}) ORDER BY start, unit, number`
  const found = await context.query<JourneyPathRow>(rows)
  const places = new Map<number, number>(dictionary.ids.map((id, place) => [id, place]))
  return {
    ...looked,
    asOf,
    names: dictionary.names,
    rows: found.map((row) => ({ ...row, steps: row.steps.map((id) => places.get(id) ?? 0) })),
  }
}
