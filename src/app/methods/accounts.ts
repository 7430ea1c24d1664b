import { breadthAgainstGoal } from '../../analysis/accounts/breadth.ts'
import { findStalls } from '../../analysis/accounts/find-stalls.ts'
import { slowThreshold } from '../../analysis/discover/slow-threshold.ts'
import type { AccountsSummary } from '../../journey/methods/accounts.ts'
import { accountStages, askAccounts, chooseRule, usualSilenceMs } from './account-rule.ts'
import type { Method } from './method.ts'

const everyRow = 1_000_000

/** Accounts with their people: who is silent, how far they are, where they stall, and whether breadth goes with success. */
export const accountsMethod: Method<'accounts'> = async (context, question) => {
  const { ask, definition } = askAccounts(context, question)
  const silentMs = question.silentMs ?? usualSilenceMs
  context.progress('Gathering the people of accounts', 0)
  const roles = await ask({ question: 'account-roles', silentMs, limit: everyRow })
  if (roles.total === 0) return nobody(silentMs)
  const { note, ...chosen } = chooseRule(question, roles.rows)
  const stages = await accountStages(ask)
  context.progress('Listing accounts', 0.4)
  const list = await ask({
    question: 'account-list',
    stages,
    silentMs,
    ...(chosen.role !== null && { role: chosen.role }),
    ...(question.limit !== undefined && { limit: question.limit }),
    ...(question.offset !== undefined && { offset: question.offset }),
  })
  const breadth = breadthAgainstGoal((await ask({ question: 'account-breadth', limit: everyRow })).rows)
  context.progress('Looking where accounts stall', 0.7)
  const touchpoints = await ask({ question: 'touchpoints', limit: everyRow })
  const transitions = await ask({ question: 'transitions', limit: everyRow })
  const slowerThanMs = slowThreshold(transitions.rows)
  const slow = slowerThanMs === undefined ? transitions : await ask({ question: 'transitions', slowerThanMs, limit: everyRow })
  const names = stages.map(({ stage }) => stage)
  return {
    question: 'accounts',
    unit: 'accounts',
    journeys: list.journeys,
    events: list.events,
    total: list.total,
    rows: list.rows.map((row) => ({ ...row, stage: names[row.stage - 1] ?? null })),
    summary: {
      ...chosen,
      silentMs,
      stages: names,
      roles: roles.rows,
      ...breadth,
      stalls: findStalls({ touchpoints: touchpoints.rows, transitions: slow.rows, goal: definition.goal }),
      slowerThanMs: slowerThanMs ?? null,
    },
    notes: [note, ...notesOn(breadth, { goal: definition.goal.length > 0, people: roles.rows })],
  }
}

function nobody(silentMs: number): Awaited<ReturnType<typeof accountsMethod>> {
  const summary: AccountsSummary = {
    rule: 'furthest',
    role: null,
    silentMs,
    stages: [],
    roles: [],
    breadth: [],
    broadDifference: null,
    stalls: [],
    slowerThanMs: null,
  }
  const notes = ['No event here names an account: say in the recipe which column holds it.']
  return { question: 'accounts', unit: 'accounts', journeys: 0, events: 0, total: 0, rows: [], summary, notes }
}

interface Looked {
  readonly goal: boolean
  readonly people: AccountsSummary['roles']
}

function notesOn(
  { breadth, broadDifference }: Pick<AccountsSummary, 'breadth' | 'broadDifference'>,
  { goal, people }: Looked,
): readonly string[] {
  const notes: string[] = []
  if (breadth.every((row) => row.people === 1)) notes.push('Every account has one person here, so there is no committee to look at.')
  if (people.every(({ role }) => role === '')) notes.push('No event names a role: say in the recipe which column holds it.')
  if (!goal) notes.push('The journey definition names no goal, so accounts can neither reach it nor stop short of it.')
  else if (broadDifference)
    notes.push(
      'More people go with longer journeys, and longer journeys have more chances to reach the goal: breadth goes with success, it need not bring it.',
    )
  return notes
}
