import { addAlert, checkAlerts, listAlerts, removeAlert, seeAlert } from '../app/alerts.ts'
import type { Wend } from '../app/wend.ts'
import type { alertRoutes } from '../contract/alert-routes.ts'
import type { Handlers } from './handler.ts'

export const alertHandlers = (wend: Wend): Handlers<keyof typeof alertRoutes> => ({
  listAlerts: ({ actor }) => listAlerts(actor, wend),
  addAlert: ({ actor, body }) => addAlert(actor, wend, body),
  removeAlert: ({ actor, params }) => removeAlert(actor, wend, params.id),
  checkAlerts: async ({ actor }) => ({ job: (await checkAlerts(actor, wend)).id }),
  seeAlert: ({ actor, body }) => seeAlert(actor, wend, body.key),
})
