import { draftPersona } from '../../analysis/archetypes/persona-draft.ts'
import type { ArchetypePersonaRequest, PersonaRecord } from '../../contract/personas.ts'
import type { Actor } from '../actor.ts'
import { chooseDefinition } from '../definitions.ts'
import { askMethod } from '../methods/ask-method.ts'
import { demand } from '../permission.ts'
import { addPersona } from '../personas.ts'
import { Refusal } from '../refusal.ts'
import type { Wend } from '../wend.ts'

/** Adds a persona drafted from an archetype: what it does, where, in whose words, and a rule that comes near. Refuses with `bad_question`, `too_many_personas` or what asking refuses with. */
export async function personaOfArchetype(
  actor: Actor,
  wend: Wend,
  { definition: choice, question, number, signal }: ArchetypePersonaRequest & { readonly signal: AbortSignal },
): Promise<PersonaRecord> {
  demand(actor, 'edit-workspace')
  const definition = await chooseDefinition(actor, wend, choice)
  const answer = await askMethod<'archetypes'>(actor, wend, { definition, question, signal })
  const row = answer.rows.find((one) => one.number === number)
  if (!row) throw new Refusal('bad_question', `There is no archetype ${number}; there are ${answer.rows.length}.`)
  const { archetype: _one, ...filter } = question.journeys ?? {}
  const among = Object.keys(filter).length > 0 ? { among: filter } : {}
  const { most, seeds } = question
  const chosen = { number, ...(most !== undefined && { most }), ...(seeds !== undefined && { seeds }), ...among }
  const asked = { ...(question.events && { events: question.events }), journeys: { ...filter, archetype: chosen } }
  const { workspace } = actor
  const touchpoints = await wend.events.ask(workspace, definition, { question: 'touchpoints', ...asked, limit: 1000 }, signal)
  const verbatims = await wend.events.ask(workspace, definition, { question: 'verbatims', ...asked, limit: 200 }, signal)
  const uses = new Map<string, number>()
  for (const { channel, occurrences } of touchpoints.rows) if (channel !== '') uses.set(channel, (uses.get(channel) ?? 0) + occurrences)
  const channels = [...uses].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([channel]) => channel)
  const draft = draftPersona({ row, filter, channels, verbatims: verbatims.rows })
  return addPersona(actor, wend, {
    ...draft,
    behaviours: [...draft.behaviours],
    channels: [...draft.channels],
    quotes: [...draft.quotes],
  })
}
