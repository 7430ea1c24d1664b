import { pageQuerySchema } from './page.ts'
import { json, route } from './route.ts'
import {
  assistantPreviewRequestSchema,
  assistantPreviewSchema,
  assistantSchema,
  assistantSendSchema,
  decideThemeSchema,
  themeDecisionListSchema,
  themeDecisionParamsSchema,
  themeDecisionSchema,
} from './themes.ts'

const decisions = '/api/v1/themes/decisions'
const assistant = '/api/v1/assistant'
const tag = 'themes'

/** What people decide about themes, and the model that may help where one is configured. */
export const themeRoutes = {
  listThemeDecisions: route({
    method: 'GET',
    path: decisions,
    tag,
    summary: 'What people decided about themes, and what a model proposes, newest first',
    query: pageQuerySchema,
    reply: json(themeDecisionListSchema),
    errors: [],
  }),
  decideTheme: route({
    method: 'POST',
    path: decisions,
    tag,
    summary: 'Rename, merge, exclude or summarise a theme; kept for later runs, in which the most alike theme is meant',
    body: decideThemeSchema,
    reply: json(themeDecisionSchema, 201),
    errors: [],
  }),
  undoThemeDecision: route({
    method: 'POST',
    path: `${decisions}/:id/undo`,
    tag,
    summary: 'Undo a decision, or turn a model’s proposal down',
    params: themeDecisionParamsSchema,
    reply: json(themeDecisionSchema),
    errors: ['theme_decision_not_found'],
  }),
  redoThemeDecision: route({
    method: 'POST',
    path: `${decisions}/:id/redo`,
    tag,
    summary: 'Bring an undone decision back',
    params: themeDecisionParamsSchema,
    reply: json(themeDecisionSchema),
    errors: ['theme_decision_not_found'],
  }),
  acceptThemeDecision: route({
    method: 'POST',
    path: `${decisions}/:id/accept`,
    tag,
    summary: 'Accept what a model wrote; until then it stands apart and changes nothing',
    params: themeDecisionParamsSchema,
    reply: json(themeDecisionSchema),
    errors: ['theme_decision_not_found'],
  }),
  getAssistant: route({
    method: 'GET',
    path: assistant,
    tag,
    summary: 'Whether a model is configured, and where it is',
    reply: json(assistantSchema),
    errors: [],
  }),
  previewAssistant: route({
    method: 'POST',
    path: `${assistant}/preview`,
    tag,
    summary: 'Exactly what would be sent about a theme, personal data masked. Sends nothing',
    body: assistantPreviewRequestSchema,
    reply: json(assistantPreviewSchema),
    errors: ['assistant_off', 'theme_not_found', 'definition_not_found', 'bad_question'],
  }),
  sendToAssistant: route({
    method: 'POST',
    path: `${assistant}/send`,
    tag,
    summary: 'Send what was shown; the answer is a proposal that a person has to accept',
    body: assistantSendSchema,
    reply: json(themeDecisionSchema, 201),
    errors: ['assistant_off', 'assistant_failed', 'assistant_changed', 'theme_not_found', 'definition_not_found', 'bad_question'],
  }),
}
