import type { AccountBreadthQuestion, Asked, StageGroup } from '../../journey/question.ts'
import { int, ints, sql, texts, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { personOf } from '../identity/joined-events.ts'
import { eventConditions } from '../journeys/event-conditions.ts'
import { selectJourneys, type QuestionContext } from './context.ts'

/**
 * SELECT of the people of accounts, one row each: account (its hash), account_id, person, role (the last one known), events, first and
 * last (UTC ms), stage (the furthest, 1-based; 0 without one), and of the account's last journey: outcome.
 * All events that the filters let through count, those after the goal too.
 */
export async function accountPeople(context: QuestionContext, asked: Asked, stages: readonly StageGroup[] = []): Promise<Sql> {
  const { workspace, definition } = context
  demandAccounts(context, asked)
  const person = context.joined ? personOf(workspace) : sql`customer`
  const conditions = sql`${eventConditions(definition.filter, workspace)}${eventConditions(asked.events ?? {}, workspace)}`
  return sql`
    SELECT a.account AS account, a.account_id AS account_id, a.role AS role, a.events AS events, a.first AS first, a.last AS last, a.stage AS stage, j.outcome AS outcome FROM (
      SELECT account, any(account_id) AS account_id, ${person} AS person, argMaxIf(role, (time, role), role != '') AS role, count() AS events,
        toUnixTimestamp64Milli(min(time)) AS first, toUnixTimestamp64Milli(max(time)) AS last, max(${stageOf(stages)}) AS stage
      FROM events WHERE workspace = ${int(workspace)} AND account != 0${conditions} GROUP BY account, person
    ) AS a INNER JOIN (${await lastJourneys(context, asked)}) AS j ON j.unit = a.account`
}

/** SELECT of the last journey of each account. */
async function lastJourneys(context: QuestionContext, asked: Asked): Promise<Sql> {
  const { from } = await selectJourneys(context, asked)
  return sql`SELECT unit, max(s.number) AS number, argMax(s.outcome, s.number) AS outcome FROM ${from} AS s GROUP BY unit`
}

/** The last journeys of accounts with so many people. */
export async function accountsOfBreadth(context: QuestionContext, question: AccountBreadthQuestion, people: number): Promise<Sql> {
  const { from } = await selectJourneys(context, question)
  const some = sql`SELECT account FROM (${await accountPeople(context, question)}) GROUP BY account HAVING count() = ${int(people)}`
  return sql`(SELECT * FROM ${from} WHERE unit IN (${some}) AND (unit, number) IN (SELECT unit, number FROM (${await lastJourneys(context, question)})))`
}

function demandAccounts({ definition }: QuestionContext, asked: Asked): void {
  if (definition.unit !== 'account')
    throw new EventStoreError('bad_question', 'Accounts are asked under a definition whose journeys are those of accounts.')
  if (asked.groupBy !== undefined) throw new EventStoreError('bad_question', 'A question about accounts cannot be split into groups.')
}

function stageOf(stages: readonly StageGroup[]): Sql {
  const pairs = stages.flatMap(({ touchpoints }, index) => touchpoints.map((name) => [name, index + 1] as const))
  const names = texts(['', ...pairs.map(([name]) => name)])
  return sql`transform(touchpoint, ${names}, CAST(${ints([0, ...pairs.map(([, place]) => place)])}, 'Array(UInt16)'), toUInt16(0))`
}
