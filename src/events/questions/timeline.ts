import type { AnswerTo, TimelineRow } from '../../journey/answer.ts'
import type { TimelineQuestion } from '../../journey/question.ts'
import { int, sql, text, unsafeSql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { idsOfPerson } from '../identity/joined-events.ts'
import { lineOf } from '../ingest/line-of.ts'
import { eventOrder } from '../schema.ts'
import { answer, defaultLimit, selectJourneys, type QuestionContext } from './context.ts'

/** All events of one customer in order, with the journey each belongs to. Rejects with `unknown_customer`. */
export async function askTimeline(context: QuestionContext, question: TimelineQuestion): Promise<AnswerTo<'timeline'>> {
  const { workspace, definition } = context
  const own = sql`sipHash64(${text(question.customer)})`
  // A customer whose ids are joined has the events of all of them.
  const mine = context.joined
    ? sql`workspace = ${int(workspace)} AND customer IN (${idsOfPerson(workspace, own)})`
    : sql`workspace = ${int(workspace)} AND customer = ${own} AND customer_id = ${text(question.customer)}`
  const [count] = await context.query<{ n: number }>(sql`SELECT count() AS n FROM events WHERE ${mine}`)
  const total = count?.n ?? 0
  if (total === 0) throw new EventStoreError('unknown_customer', `No events of a customer "${question.customer}" are stored.`)
  const unit = unsafeSql(definition.unit)
  const columns = [{ name: 'keys', expression: sql`(import, file, row, part)` }]
  const selected = await selectJourneys(
    context,
    { ...(question.events && { events: question.events }) },
    { columns, units: sql` AND ${unit} IN (SELECT ${unit} FROM events WHERE ${mine})` },
  )
  const rows = await context.query<TimelineRow>(sql`
    SELECT toUnixTimestamp64Milli(e.time) AS time, e.touchpoint AS touchpoint, e.channel AS channel, e.account_id AS account, e.role AS role, i.source AS source, e.score AS score, e.scale AS scale,
      substring(e.verbatim, 1, 10000) AS verbatim, e.properties AS properties, f.name AS file, ${lineOf('e.row')} AS line, if(j.number = 0, NULL, j.number) AS journey
    FROM (SELECT *, row_number() OVER (ORDER BY ${unsafeSql(eventOrder)}) AS place FROM events WHERE ${mine} ORDER BY place LIMIT ${int(question.limit ?? defaultLimit)} OFFSET ${int(question.offset ?? 0)}) AS e
    INNER JOIN (SELECT * FROM import_files WHERE workspace = ${int(workspace)}) AS f ON f.import = e.import AND f.file = e.file
    LEFT JOIN (SELECT number, any(source) AS source FROM imports WHERE workspace = ${int(workspace)} GROUP BY number) AS i ON i.number = e.import
    LEFT JOIN (SELECT number, key FROM ${selected.from} ARRAY JOIN keys AS key) AS j ON j.key = (e.import, e.file, e.row, e.part)
    ORDER BY e.place`)
  const journeys = new Set(rows.map((row) => row.journey).filter((journey) => journey !== null))
  return answer({ question: 'timeline', unit: 'occurrences', looked: { journeys: journeys.size, events: total }, total, rows })
}
