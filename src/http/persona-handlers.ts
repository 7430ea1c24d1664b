import { personaOfArchetype } from '../app/archetypes/persona-of-archetype.ts'
import { personaMentions } from '../app/map-mentions.ts'
import { personaNumbers, previewSegment } from '../app/persona-numbers.ts'
import { personaOverlap } from '../app/persona-overlap.ts'
import { addPersona, changePersona, getPersona, listPersonas, removePersona, restorePersona } from '../app/personas.ts'
import { placePersona } from '../app/place-persona.ts'
import { readMapFor } from '../app/read-for-persona.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names =
  | 'listPersonas'
  | 'addPersona'
  | 'addPersonaOfArchetype'
  | 'getPersona'
  | 'changePersona'
  | 'removePersona'
  | 'restorePersona'
  | 'personaNumbers'
  | 'personaMaps'
  | 'personaOverlap'
  | 'previewSegment'
  | 'placePersona'
  | 'readMapFor'

export const personaHandlers = (wend: Wend): Handlers<Names> => ({
  listPersonas: ({ actor, query }) => listPersonas(actor, wend, query),
  addPersona: ({ actor, body }) => addPersona(actor, wend, body),
  addPersonaOfArchetype: ({ actor, body, signal }) => personaOfArchetype(actor, wend, { ...body, signal }),
  getPersona: ({ actor, params }) => getPersona(actor, wend, params.id),
  changePersona: ({ actor, params, body }) => changePersona(actor, wend, { id: params.id, change: body }),
  removePersona: ({ actor, params }) => removePersona(actor, wend, params.id),
  restorePersona: ({ actor, params }) => restorePersona(actor, wend, params.id),
  personaNumbers: ({ actor, params, query, signal }) =>
    personaNumbers(actor, wend, { id: params.id, definition: query.definition, signal }),
  personaMaps: async ({ actor, params }) => ({ rows: await personaMentions(actor, wend, params.id) }),
  personaOverlap: ({ actor, query, signal }) => personaOverlap(actor, wend, { definition: query.definition, signal }),
  previewSegment: ({ actor, body, signal }) => previewSegment(actor, wend, { ...body, signal }),
  placePersona: ({ actor, params, body }) => placePersona(actor, wend, { ...body, id: params.id }),
  readMapFor: ({ actor, params, body, signal }) => readMapFor(actor, wend, { ...body, id: params.id, signal }),
})
