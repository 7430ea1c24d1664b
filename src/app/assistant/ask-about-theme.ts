import { createHash } from 'node:crypto'
import type { AssistantPreview, AssistantPreviewRequest, AssistantSend } from '../../contract/themes.ts'
import type { ThemeDecision } from '../../journey/theme-decision.ts'
import type { Actor } from '../actor.ts'
import { askMethod } from '../methods/ask-method.ts'
import { demand } from '../permission.ts'
import { Refusal } from '../refusal.ts'
import { addDecision } from '../theme-decisions.ts'
import type { Wend } from '../wend.ts'
import type { Assistant } from './assistant.ts'
import { readReply, themePrompt, type Prompt } from './theme-prompt.ts'
import type { ThemeRow } from '../../journey/methods/themes.ts'

interface Prepared {
  readonly assistant: Assistant
  readonly theme: ThemeRow
  readonly prompt: Prompt
  readonly digest: string
}
type With<Input> = Input & { readonly signal: AbortSignal }

/** Whether a model is configured. */
export function getAssistant(actor: Actor, { assistant }: Wend): { configured: boolean; model: string | null; host: string | null } {
  demand(actor, 'look')
  return { configured: assistant !== undefined, model: assistant?.model ?? null, host: assistant?.host ?? null }
}

/** Exactly what would be sent. Refuses with `assistant_off`, `theme_not_found` or as `askMethod` does. */
export async function previewAssistant(actor: Actor, wend: Wend, input: With<AssistantPreviewRequest>): Promise<AssistantPreview> {
  const { assistant, prompt, digest } = await prepare(actor, wend, input)
  return { ...prompt, digest, host: assistant.host, model: assistant.model }
}

/** Sends what a person saw, and keeps the answer as a proposal. Refuses with `assistant_changed` when it would be something else by now. */
export async function sendToAssistant(actor: Actor, wend: Wend, input: With<AssistantSend>): Promise<ThemeDecision> {
  const { assistant, theme, prompt, digest } = await prepare(actor, wend, input)
  if (digest !== input.digest) throw new Refusal('assistant_changed')
  const text = readReply(await assistant.send(prompt.body, input.signal), input.use)
  if (text === undefined) throw new Refusal('assistant_failed', 'The assistant answered something else than the text it was asked for.')
  return addDecision(actor, wend, {
    anchor: theme.keyphrases.map(({ key }) => key),
    theme: theme.name,
    change: input.use === 'theme-name' ? { kind: 'rename', name: text } : { kind: 'summary', text },
    model: assistant.model,
    acceptedAt: null,
    acceptedBy: null,
  })
}

async function prepare(actor: Actor, wend: Wend, input: With<AssistantPreviewRequest>): Promise<Prepared> {
  demand(actor, 'edit-workspace')
  const { assistant } = wend
  if (!assistant) throw new Refusal('assistant_off')
  const { definition, signal } = input
  const filters = { ...(input.events && { events: input.events }), ...(input.journeys && { journeys: input.journeys }) }
  const themes = await askMethod<'themes'>(actor, wend, {
    definition,
    signal,
    question: { question: 'themes', excluded: true, ...filters },
  })
  const theme = themes.rows.find(({ id }) => id === input.theme)
  if (!theme) throw new Refusal('theme_not_found')
  const { rows } = await askMethod<'theme-texts'>(actor, wend, {
    definition,
    signal,
    question: { question: 'theme-texts', theme: theme.id, limit: 1000, ...filters },
  })
  const people = await wend.state.people.list(actor.workspace, { limit: 1000, offset: 0 })
  const known = [...people.rows.map(({ name }) => name), ...rows.map(({ customer }) => customer)]
  const texts = [...new Set([...theme.verbatims.map(({ text }) => text), ...rows.map(({ text }) => text)])]
  const prompt = themePrompt({ use: input.use, theme, texts, known, model: assistant.model })
  return { assistant, theme, prompt, digest: createHash('sha256').update(prompt.body).digest('hex') }
}
