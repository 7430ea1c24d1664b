import { alertParamsSchema, alertRuleSchema, alertsSchema, newAlertSchema, seenAlertSchema } from './alerts.ts'
import { acceptedSchema } from './jobs.ts'
import { json, nothing, route, type RouteSpec } from './route.ts'

const v1 = '/api/v1'

/** Being told of changes. */
export const alertRoutes = {
  listAlerts: route({
    method: 'GET',
    path: `${v1}/alerts`,
    tag: 'alerts',
    summary: 'The alerts that are set, at most 100, and the changes that they told of, the newest first, at most 200',
    reply: json(alertsSchema),
    errors: [],
  }),
  addAlert: route({
    method: 'POST',
    path: `${v1}/alerts`,
    tag: 'alerts',
    summary: 'Set an alert: a change of at least this size, clear of chance; looked for after each import',
    body: newAlertSchema,
    reply: json(alertRuleSchema, 201),
    errors: ['bad_alert', 'definition_not_found'],
  }),
  removeAlert: route({
    method: 'DELETE',
    path: `${v1}/alerts/:id`,
    tag: 'alerts',
    summary: 'Remove an alert',
    params: alertParamsSchema,
    reply: nothing,
    errors: [],
  }),
  checkAlerts: route({
    method: 'POST',
    path: `${v1}/alerts/check`,
    tag: 'alerts',
    summary: 'Look for changes now',
    reply: json(acceptedSchema, 202),
    errors: ['too_many_jobs', 'shutting_down'],
  }),
  seeAlert: route({
    method: 'POST',
    path: `${v1}/alerts/seen`,
    tag: 'alerts',
    summary: 'Say that a change was seen',
    body: seenAlertSchema,
    reply: nothing,
    errors: [],
  }),
} satisfies Record<string, RouteSpec>
