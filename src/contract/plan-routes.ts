import { newPlanSchema, planListSchema, planParamsSchema, readPlanSchema, storedPlanSchema, writtenPlanSchema } from './plans.ts'
import { json, nothing, route, type RouteSpec } from './route.ts'

const v1 = '/api/v1'

/** Plans that journeys are compared with by the question "fit". */
export const planRoutes = {
  listPlans: route({
    method: 'GET',
    path: `${v1}/plans`,
    tag: 'plans',
    summary: 'The plans that are kept, at most 100',
    reply: json(planListSchema),
    errors: [],
  }),
  savePlan: route({
    method: 'POST',
    path: `${v1}/plans`,
    tag: 'plans',
    summary: 'Keep a plan; one of the same name is replaced',
    body: newPlanSchema,
    reply: json(storedPlanSchema, 201),
    errors: ['bad_plan'],
  }),
  removePlan: route({
    method: 'DELETE',
    path: `${v1}/plans/:id`,
    tag: 'plans',
    summary: 'Forget a plan',
    params: planParamsSchema,
    reply: nothing,
    errors: [],
  }),
  readPlan: route({
    method: 'POST',
    path: `${v1}/plans/read`,
    tag: 'plans',
    summary: 'Read a plan from the text of a BPMN, PNML, Mermaid or JSON file; nothing is kept',
    body: readPlanSchema,
    largestBody: 4_000_000,
    reply: json(writtenPlanSchema),
    errors: ['bad_plan'],
  }),
  planOfMap: route({
    method: 'GET',
    path: `${v1}/plans/of-map/:id`,
    tag: 'plans',
    summary: 'A map of the workspace read as a plan: its stages and steps in order',
    params: planParamsSchema,
    reply: json(writtenPlanSchema),
    errors: ['map_not_found', 'bad_plan'],
  }),
} satisfies Record<string, RouteSpec>
