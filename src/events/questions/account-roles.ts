import type { AccountRoleRow, AnswerTo } from '../../journey/answer.ts'
import type { AccountRolesQuestion } from '../../journey/question.ts'
import { int, sql } from '../engine/sql.ts'
import { accountPeople } from './account-people.ts'
import { answer, byName, countLooked, nearestRanks, page, selectJourneys, type QuestionContext } from './context.ts'

/** People of accounts by role, the most frequent first. */
export async function askAccountRoles(context: QuestionContext, question: AccountRolesQuestion): Promise<AnswerTo<'account-roles'>> {
  const silent = sql`silence > ${int(question.silentMs)}`
  const [found, looked] = await Promise.all([
    context.query<AccountRoleRow>(sql`
      SELECT toString(p.role) AS role, count() AS people, uniqExact(account) AS accounts, sum(p.events) AS events, countIf(${silent}) AS silent, uniqExactIf(account, ${silent}) AS silentAccounts,
        ${nearestRanks([0.5], 'silence', { name: () => 'p50Silence' })}
      FROM (SELECT *, ${int(context.asOf)} - last AS silence FROM (${await accountPeople(context, question)})) AS p GROUP BY p.role`),
    countLooked(context, await selectJourneys(context, question)),
  ])
  const rows = found.toSorted((a, b) => b.people - a.people || byName(a.role, b.role))
  return answer({ question: 'account-roles', unit: 'customers', looked, total: rows.length, rows: page(rows, question).shown })
}
