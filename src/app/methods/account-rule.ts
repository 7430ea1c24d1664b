import { decidingRole } from '../../analysis/accounts/deciding-role.ts'
import { planStages } from '../../analysis/stages/plan-stages.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { StageRule } from '../../journey/methods/accounts.ts'
import type { MethodAsked } from '../../journey/methods/method-asked.ts'
import type { StageGroup } from '../../journey/question.ts'
import { Refusal } from '../refusal.ts'
import type { Ask } from '../ask-map.ts'
import type { MethodContext } from './method.ts'

export const usualSilenceMs = 30 * 86_400_000

/** Asks about accounts: the same definition with the journeys of accounts, under the question's filters. */
export function askAccounts(
  { events, workspace, definition, signal }: MethodContext,
  question: MethodAsked,
): { readonly ask: Ask; readonly definition: JourneyDefinition } {
  const byAccount: JourneyDefinition = { ...definition, unit: 'account' }
  const filters = { ...(question.events && { events: question.events }), ...(question.journeys && { journeys: question.journeys }) }
  return { definition: byAccount, ask: (one) => events.ask(workspace, byAccount, { ...filters, ...one }, signal) }
}

/** Stages in order, worked out as a map's are. */
export async function accountStages(ask: Ask): Promise<readonly StageGroup[]> {
  const touchpoints = await ask({ question: 'touchpoints', limit: 1000 })
  const transitions = await ask({ question: 'transitions', limit: 5000 })
  const plan = planStages({ touchpoints: touchpoints.rows, transitions: transitions.rows })
  return plan.stages.map(({ name, touchpoints: inside }) => ({ stage: name, touchpoints: inside }))
}

export interface ChosenRule {
  readonly rule: StageRule
  readonly role: string | null
  readonly note: string
}

/** By which rule an account's stage is said. Refuses with `bad_question` when nobody has the role that decides. */
export function chooseRule(
  { rule = 'furthest', role }: { readonly rule?: StageRule; readonly role?: string },
  roles: readonly { readonly role: string }[],
): ChosenRule {
  if (rule === 'furthest') return { rule, role: null, note: 'The stage of an account is the furthest that any of its people reached.' }
  const known = roles.map((row) => row.role).filter((name) => name !== '')
  if (role !== undefined && !known.includes(role)) {
    const message =
      known.length === 0
        ? 'no event names a role, so none can decide: ask with the rule "furthest"'
        : `nobody has the role "${role}"; there ${known.length === 1 ? 'is' : 'are'} ${known.slice(0, 12).join(', ')}`
    throw new Refusal('bad_question', `question.role: ${message}.`, [{ field: 'question.role', message }])
  }
  const chosen = role ?? decidingRole(roles)
  if (chosen === undefined) {
    const message = `say whose role decides${known.length === 0 ? '; no event names a role' : `: ${known.slice(0, 12).join(', ')}`}`
    throw new Refusal('bad_question', `question.role: ${message}.`, [{ field: 'question.role', message }])
  }
  const guessed = role === undefined ? ', chosen by its name' : ''
  return {
    rule,
    role: chosen,
    note: `The stage of an account is the furthest that its people with the role "${chosen}" reached${guessed}.`,
  }
}
