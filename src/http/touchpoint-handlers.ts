import { previewRules, seedTouchpoints, unmappedNames } from '../app/touchpoint-names.ts'
import {
  addTouchpoint,
  changeTouchpoint,
  listTouchpoints,
  mergeTouchpoint,
  removeTouchpoint,
  restoreTouchpoint,
} from '../app/touchpoints.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names =
  | 'listTouchpoints'
  | 'addTouchpoint'
  | 'changeTouchpoint'
  | 'removeTouchpoint'
  | 'restoreTouchpoint'
  | 'mergeTouchpoint'
  | 'previewRules'
  | 'unmappedNames'
  | 'seedTouchpoints'

export const touchpointHandlers = (wend: Wend): Handlers<Names> => ({
  listTouchpoints: ({ actor }) => listTouchpoints(actor, wend),
  addTouchpoint: ({ actor, body }) => addTouchpoint(actor, wend, body),
  changeTouchpoint: ({ actor, params, body }) => changeTouchpoint(actor, wend, { id: params.id, change: body }),
  removeTouchpoint: ({ actor, params }) => removeTouchpoint(actor, wend, params.id),
  restoreTouchpoint: ({ actor, params }) => restoreTouchpoint(actor, wend, params.id),
  mergeTouchpoint: ({ actor, params, body }) => mergeTouchpoint(actor, wend, { id: params.id, into: body.into }),
  previewRules: ({ actor, body }) => previewRules(actor, wend, body),
  unmappedNames: ({ actor, query }) => unmappedNames(actor, wend, query),
  seedTouchpoints: ({ actor }) => seedTouchpoints(actor, wend),
})
