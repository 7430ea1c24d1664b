import type { AnswerTo, MemberRow } from '../../journey/answer.ts'
import type { MembersQuestion } from '../../journey/question.ts'
import { int, sql, unsafeSql } from '../engine/sql.ts'
import { answer, defaultLimit, type QuestionContext } from './context.ts'
import { memberRows } from './member-rows.ts'

/** The list behind one number of another answer; `total` equals that number. Ordered by start, then by customer. */
export async function askMembers(context: QuestionContext, question: MembersQuestion): Promise<AnswerTo<'members'>> {
  const { workspace, definition } = context
  const rows = await memberRows(context, question)
  const unit = unsafeSql(definition.unit)
  const [found, totals] = await Promise.all([
    context.query<Omit<MemberRow, 'customer' | 'time'> & { unit_id: string; at: number | null }>(sql`
      WITH listed AS (SELECT unit, number, start, "end", events, outcome, at FROM (${rows}) ORDER BY start, unit, number, at LIMIT ${int(question.limit ?? defaultLimit)} OFFSET ${int(question.offset ?? 0)})
      SELECT u.unit_id AS unit_id, l.number AS journey, l.start AS start, l."end" AS end, l.events AS events, l.outcome AS outcome, l.at AS at FROM listed AS l
      INNER JOIN (SELECT ${unit} AS unit, any(${unsafeSql(`${definition.unit}_id`)}) AS unit_id FROM events WHERE workspace = ${int(workspace)} AND ${unit} IN (SELECT unit FROM listed) GROUP BY ${unit}) AS u ON u.unit = l.unit
      ORDER BY l.start, l.unit, l.number, l.at`),
    context.query<{ n: number; journeys: number; events: number }>(
      sql`SELECT count() AS n, uniqExact(unit, number) AS journeys, sum(events) AS events FROM (${rows})`,
    ),
  ])
  const { n = 0, journeys = 0, events = 0 } = totals[0] ?? {}
  const shown = found.map(({ unit_id, at, ...row }): MemberRow => ({ customer: unit_id, ...row, ...(at !== null && { time: at }) }))
  return answer({
    question: 'members',
    unit: n === journeys ? 'journeys' : 'occurrences',
    looked: { journeys, events },
    total: n,
    rows: shown,
  })
}
