import { planListSchema, type NewPlan, type PlanList, type StoredPlan } from '../contract/plans.ts'
import type { Plan, PlanNet } from '../journey/plan.ts'
import { planOfMap } from '../sources/plans/plan-of-map.ts'
import type { Actor } from './actor.ts'
import { openMap } from './open-map.ts'
import { demand } from './permission.ts'
import { readPlan } from './plan/read-plan.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

const most = 100
const mostCharacters = 500_000

/** The plans that are kept, by name. */
export async function listPlans(actor: Actor, wend: Wend): Promise<PlanList> {
  demand(actor, 'look')
  const { plans } = await wend.state.settings.all(actor.workspace)
  return planListSchema.safeParse(plans).data ?? { rows: [] }
}

/** Keeps a plan in the place of one of the same name. Refuses with `bad_plan` what is too large, or beyond a hundred. */
export async function savePlan(actor: Actor, wend: Wend, { name, plan }: NewPlan): Promise<StoredPlan> {
  demand(actor, 'define')
  if (JSON.stringify(plan).length > mostCharacters) throw new Refusal('bad_plan', 'The plan is too large to be kept. Split it.')
  const { rows } = await listPlans(actor, wend)
  const before = rows.find((one) => one.name === name)
  if (!before && rows.length >= most) throw new Refusal('bad_plan', `There are ${most} plans already. Remove one first.`)
  const stored = { id: before?.id ?? wend.world.newId(), name, plan, changedBy: actor.person.name, changedAt: wend.world.now() }
  const others = rows.filter((one) => one.id !== stored.id)
  await keep(
    actor,
    wend,
    [...others, stored].sort((a, b) => (a.name < b.name ? -1 : 1)),
  )
  return stored
}

export async function removePlan(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'define')
  const { rows } = await listPlans(actor, wend)
  await keep(
    actor,
    wend,
    rows.filter((one) => one.id !== id),
  )
}

/** Reads a plan from a file's text; nothing is kept. Refuses with `bad_plan`. */
export function readPlanText(actor: Actor, text: string): { readonly plan: Plan | PlanNet } {
  demand(actor, 'look')
  return { plan: readPlan(text) }
}

/** A map read as a plan. Refuses with `map_not_found`, or with `bad_plan` a map without any step. */
export async function planFromMap(actor: Actor, wend: Wend, id: string): Promise<{ readonly plan: Plan }> {
  demand(actor, 'look')
  const plan = planOfMap(await openMap(actor, wend, id))
  if (plan.stages.length === 0) throw new Refusal('bad_plan', 'This map has no steps yet. Add steps to its stages, or choose another map.')
  return { plan }
}

const keep = (actor: Actor, wend: Wend, rows: readonly StoredPlan[]): Promise<void> =>
  wend.state.settings.put(actor.workspace, 'plans', { rows })
