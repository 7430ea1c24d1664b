import { listPlans, planFromMap, readPlanText, removePlan, savePlan } from '../app/plans.ts'
import type { Wend } from '../app/wend.ts'
import type { planRoutes } from '../contract/plan-routes.ts'
import type { Handlers } from './handler.ts'

export const planHandlers = (wend: Wend): Handlers<keyof typeof planRoutes> => ({
  listPlans: ({ actor }) => listPlans(actor, wend),
  savePlan: ({ actor, body }) => savePlan(actor, wend, body),
  removePlan: ({ actor, params }) => removePlan(actor, wend, params.id),
  readPlan: ({ actor, body }) => readPlanText(actor, body.text) as never,
  planOfMap: ({ actor, params }) => planFromMap(actor, wend, params.id) as never,
})
