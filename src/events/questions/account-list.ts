import type { AccountListRow, AnswerTo } from '../../journey/answer.ts'
import type { AccountListQuestion } from '../../journey/question.ts'
import { int, sql, text } from '../engine/sql.ts'
import { accountPeople } from './account-people.ts'
import { answer, countLooked, defaultLimit, selectJourneys, type QuestionContext } from './context.ts'

/** Accounts, those with the newest event first. */
export async function askAccountList(context: QuestionContext, question: AccountListQuestion): Promise<AnswerTo<'account-list'>> {
  const people = await accountPeople(context, question, question.stages)
  const silent = sql`last < ${int(context.asOf - question.silentMs)}`
  const counted = question.role === undefined ? sql`true` : sql`role = ${text(question.role)}`
  const accounts = sql`
    SELECT any(account_id) AS name, count() AS people, arraySort(groupUniqArrayIf(toString(role), role != '')) AS roles, sum(p.events) AS events, min(p.first) AS first, max(last) AS last_event,
      any(p.outcome) AS outcome, maxIf(p.stage, ${counted}) AS stage, countIf(${silent}) AS silent, arraySort(groupUniqArrayIf(toString(role), role != '' AND ${silent})) AS silentRoles
    FROM (${people}) AS p GROUP BY p.account`
  const [rows, [count], looked] = await Promise.all([
    context.query<AccountListRow>(sql`
      SELECT name AS account, * EXCEPT (name, last_event), last_event AS last FROM (${accounts})
      ORDER BY last DESC, account LIMIT ${int(question.limit ?? defaultLimit)} OFFSET ${int(question.offset ?? 0)}`),
    context.query<{ n: number }>(sql`SELECT uniqExact(account) AS n FROM (${people})`),
    countLooked(context, await selectJourneys(context, question)),
  ])
  return answer({ question: 'account-list', unit: 'accounts', looked, total: count?.n ?? 0, rows })
}
