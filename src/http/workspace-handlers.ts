import { getVocabulary } from '../app/get-vocabulary.ts'
import { getWorkspace } from '../app/get-workspace.ts'
import { listSources } from '../app/list-sources.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

export const workspaceHandlers = (wend: Wend): Handlers<'getWorkspace' | 'listSources' | 'getVocabulary'> => ({
  getWorkspace: ({ actor }) => getWorkspace(actor, wend),
  listSources: ({ actor, query }) => listSources(actor, wend, query),
  getVocabulary: ({ actor }) => getVocabulary(actor, wend),
})
