import type { AccountEventRow, AnswerTo } from '../../journey/answer.ts'
import type { AccountEventsQuestion } from '../../journey/question.ts'
import { int, sql, text, unsafeSql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { lineOf } from '../ingest/line-of.ts'
import { eventConditions } from '../journeys/event-conditions.ts'
import { eventOrder } from '../schema.ts'
import { answer, defaultLimit, type QuestionContext } from './context.ts'

/** All events of one account in order, each with its person. Rejects with `unknown_customer`. */
export async function askAccountEvents(context: QuestionContext, question: AccountEventsQuestion): Promise<AnswerTo<'account-events'>> {
  const { workspace, definition } = context
  const mine = sql`workspace = ${int(workspace)} AND account = sipHash64(${text(question.account)}) AND account_id = ${text(question.account)}`
  const [any] = await context.query(sql`SELECT 1 AS one FROM events WHERE ${mine} LIMIT 1`)
  if (!any) throw new EventStoreError('unknown_customer', `No events of an account "${question.account}" are stored.`)
  const asked = sql`${mine}${eventConditions(definition.filter, workspace)}${eventConditions(question.events ?? {}, workspace)}`
  const [count] = await context.query<{ n: number }>(sql`SELECT count() AS n FROM events WHERE ${asked}`)
  const rows = await context.query<AccountEventRow>(sql`
    SELECT toUnixTimestamp64Milli(e.time) AS time, e.customer_id AS customer, toString(e.role) AS role, toString(e.touchpoint) AS touchpoint, toString(e.channel) AS channel, e.score AS score,
      toString(e.scale) AS scale, substring(e.verbatim, 1, 10000) AS verbatim, f.name AS file, ${lineOf('e.row')} AS line
    FROM (SELECT *, row_number() OVER (ORDER BY ${unsafeSql(eventOrder)}) AS place FROM events WHERE ${asked} ORDER BY place LIMIT ${int(question.limit ?? defaultLimit)} OFFSET ${int(question.offset ?? 0)}) AS e
    INNER JOIN (SELECT * FROM import_files WHERE workspace = ${int(workspace)}) AS f ON f.import = e.import AND f.file = e.file
    ORDER BY e.place`)
  const total = count?.n ?? 0
  return answer({ question: 'account-events', unit: 'occurrences', looked: { journeys: total === 0 ? 0 : 1, events: total }, total, rows })
}
