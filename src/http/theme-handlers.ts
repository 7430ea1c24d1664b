import { getAssistant, previewAssistant, sendToAssistant } from '../app/assistant/ask-about-theme.ts'
import { acceptThemeDecision, decideTheme, listThemeDecisions, redoThemeDecision, undoThemeDecision } from '../app/theme-decisions.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names =
  | 'listThemeDecisions'
  | 'decideTheme'
  | 'undoThemeDecision'
  | 'redoThemeDecision'
  | 'acceptThemeDecision'
  | 'getAssistant'
  | 'previewAssistant'
  | 'sendToAssistant'

export const themeHandlers = (wend: Wend): Handlers<Names> => ({
  listThemeDecisions: ({ actor, query }) => listThemeDecisions(actor, wend, query),
  decideTheme: ({ actor, body }) => decideTheme(actor, wend, body),
  undoThemeDecision: ({ actor, params }) => undoThemeDecision(actor, wend, params.id),
  redoThemeDecision: ({ actor, params }) => redoThemeDecision(actor, wend, params.id),
  acceptThemeDecision: ({ actor, params }) => acceptThemeDecision(actor, wend, params.id),
  getAssistant: async ({ actor }) => getAssistant(actor, wend),
  previewAssistant: ({ actor, body, signal }) => previewAssistant(actor, wend, { ...body, signal }),
  sendToAssistant: ({ actor, body, signal }) => sendToAssistant(actor, wend, { ...body, signal }),
})
