import { identityRulesSchema, identitySchema, joinListSchema, joinsQuerySchema, undoneJoinSchema } from './identity.ts'
import { acceptedSchema } from './jobs.ts'
import { json, route, type RouteSpec } from './route.ts'

const v1 = '/api/v1'
const engineErrors = ['query_too_large', 'query_too_slow', 'engine_stopped'] as const

/** Which ids belong to one customer. */
export const identityRoutes = {
  getIdentity: route({
    method: 'GET',
    path: `${v1}/identity`,
    tag: 'identity',
    summary: 'The rules that join ids into customers, and what came of them',
    reply: json(identitySchema),
    errors: engineErrors,
  }),
  changeIdentity: route({
    method: 'PUT',
    path: `${v1}/identity`,
    tag: 'identity',
    summary: 'Set the rules and join ids by them; journeys are built anew',
    body: identityRulesSchema,
    reply: json(acceptedSchema, 202),
    errors: ['too_many_jobs', 'shutting_down'],
  }),
  listJoins: route({
    method: 'GET',
    path: `${v1}/identity/joins`,
    tag: 'identity',
    summary: 'Every reason to join two ids, and whether they were joined',
    query: joinsQuerySchema,
    reply: json(joinListSchema),
    errors: engineErrors,
  }),
  undoJoin: route({
    method: 'POST',
    path: `${v1}/identity/undo`,
    tag: 'identity',
    summary: 'Take a join back: it is not made again',
    body: undoneJoinSchema,
    reply: json(acceptedSchema, 202),
    errors: ['too_many_jobs', 'shutting_down'],
  }),
  redoJoin: route({
    method: 'POST',
    path: `${v1}/identity/redo`,
    tag: 'identity',
    summary: 'Let a join that was taken back be made again',
    body: undoneJoinSchema,
    reply: json(acceptedSchema, 202),
    errors: ['too_many_jobs', 'shutting_down'],
  }),
} satisfies Record<string, RouteSpec>
