import { getVocabulary } from '../app/get-vocabulary.ts'
import { getWorkspace } from '../app/get-workspace.ts'
import { listSources } from '../app/list-sources.ts'
import { changeSettings, getSettings } from '../app/settings.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

export const workspaceHandlers = (
  wend: Wend,
): Handlers<'getWorkspace' | 'listSources' | 'getVocabulary' | 'getSettings' | 'changeSettings'> => ({
  getWorkspace: ({ actor }) => getWorkspace(actor, wend),
  listSources: ({ actor, query }) => listSources(actor, wend, query),
  getSettings: ({ actor }) => getSettings(actor, wend),
  changeSettings: ({ actor, body }) => changeSettings(actor, wend, body),
  getVocabulary: ({ actor }) => getVocabulary(actor, wend),
})
