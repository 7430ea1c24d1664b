import type { AccountBreadthRow, AnswerTo } from '../../journey/answer.ts'
import type { AccountBreadthQuestion } from '../../journey/question.ts'
import { sql } from '../engine/sql.ts'
import { accountPeople } from './account-people.ts'
import { answer, countLooked, page, selectJourneys, type QuestionContext } from './context.ts'

/** How many accounts have so many people, and how they ended; one person first. */
export async function askAccountBreadth(context: QuestionContext, question: AccountBreadthQuestion): Promise<AnswerTo<'account-breadth'>> {
  const people = await accountPeople(context, question)
  const [rows, looked] = await Promise.all([
    context.query<AccountBreadthRow>(sql`
      SELECT people, count() AS accounts, countIf(ended = 'goal') AS reachedGoal, countIf(ended = 'lost') AS lost
      FROM (SELECT count() AS people, any(outcome) AS ended FROM (${people}) GROUP BY account) GROUP BY people ORDER BY people`),
    countLooked(context, await selectJourneys(context, question)),
  ])
  return answer({ question: 'account-breadth', unit: 'accounts', looked, total: rows.length, rows: page(rows, question).shown })
}
