import { changeIdentity, getIdentity, listJoins, takeBackJoin } from '../app/identity.ts'
import type { Wend } from '../app/wend.ts'
import type { identityRoutes } from '../contract/identity-routes.ts'
import type { Handlers } from './handler.ts'

export const identityHandlers = (wend: Wend): Handlers<keyof typeof identityRoutes> => ({
  getIdentity: ({ actor }) => getIdentity(actor, wend),
  changeIdentity: async ({ actor, body }) => ({ job: (await changeIdentity(actor, wend, body)).id }),
  listJoins: async ({ actor, query }) => {
    const { total, rows } = await listJoins(actor, wend, query)
    return { total, rows }
  },
  undoJoin: async ({ actor, body }) => ({ job: (await takeBackJoin(actor, wend, { join: body, back: true })).id }),
  redoJoin: async ({ actor, body }) => ({ job: (await takeBackJoin(actor, wend, { join: body, back: false })).id }),
})
