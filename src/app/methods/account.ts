import { accountLine } from '../../analysis/accounts/account-line.ts'
import { accountStages, askAccounts, chooseRule, usualSilenceMs } from './account-rule.ts'
import type { Method } from './method.ts'

/** Events of one account looked at; more are left out, and a note says so. */
const mostEvents = 20_000

/** One account's journey with all its people on one time line. */
export const accountMethod: Method<'account'> = async (context, question) => {
  const { ask } = askAccounts(context, question)
  const silentMs = question.silentMs ?? usualSilenceMs
  const found = await ask({ question: 'account-events', account: question.account, limit: mostEvents })
  const stages = await accountStages(ask)
  const sources = await context.events.sources(context.workspace)
  const asOf = Math.max(0, ...sources.map(({ to }) => to ?? 0), ...found.rows.slice(-1).map(({ time }) => time))
  const { note, ...chosen } = chooseRule(question, found.rows)
  const { rows, ...line } = accountLine({ events: found.rows, stages, role: chosen.role ?? undefined, silentMs, asOf })
  const { offset = 0, limit = rows.length } = question
  return {
    question: 'account',
    unit: 'occurrences',
    journeys: found.journeys,
    events: found.events,
    total: rows.length,
    rows: rows.slice(offset, offset + limit),
    summary: { ...chosen, silentMs, stages: stages.map(({ stage }) => stage), ...line, asOf },
    notes: [
      note,
      ...(found.total > mostEvents ? [`This account has ${found.total} events; the first ${mostEvents} are shown.`] : []),
      ...(found.rows.length === 0 ? ['The filters leave no event of this account.'] : []),
      ...(line.people.length === 1 ? ['One person is all that is known of this account.'] : []),
    ],
  }
}
