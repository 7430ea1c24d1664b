import { putEvidence, takeEvidence } from '../app/put-evidence.ts'
import type { Wend } from '../app/wend.ts'
import type { evidenceRoutes } from '../contract/evidence-routes.ts'
import type { Handlers } from './handler.ts'

export const evidenceHandlers = (wend: Wend): Handlers<keyof typeof evidenceRoutes> => ({
  putEvidence: ({ actor, params, body, signal }) => putEvidence(actor, wend, { ...params, put: body, signal }),
  takeEvidence: ({ actor, params }) => takeEvidence(actor, wend, params),
})
