import { automatonOfNet, automatonOfPlan, type PlanAutomaton } from '../../analysis/plan/plan-automaton.ts'
import { EventStoreError } from '../../events/event-store-error.ts'
import type { Plan, PlanNet } from '../../journey/plan.ts'

/** All sequences that a plan allows. Refuses with `bad_question` a plan that nothing can be compared with. */
export function automatonOf(plan: Plan | PlanNet): PlanAutomaton {
  const made = 'stages' in plan ? automatonOfPlan(plan) : automatonOfNet(plan)
  if (!made.ok) throw new EventStoreError('bad_question', made.error.message)
  return made.value
}
