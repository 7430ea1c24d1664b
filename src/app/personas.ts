import type { NewPersona, PersonaChange, PersonaQuote, PersonaRecord } from '../contract/personas.ts'
import type { Page } from '../contract/page.ts'
import { wholeCustomer } from '../journey/definition.ts'
import type { Persona } from '../journey/persona.ts'
import type { StoredPersona } from '../state/persona-store.ts'
import type { Paged } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { tellMapsOfPersona } from './tell-maps.ts'
import type { Wend } from './wend.ts'

type Body = Omit<PersonaRecord, 'id' | 'name' | 'createdAt' | 'createdBy' | 'changedAt' | 'changedBy' | 'removedAt'>

/** Personas of a workspace, at the most. */
export const mostPersonas = 200

const nothingSaid: Body = {
  summary: '',
  goals: [],
  needs: [],
  pains: [],
  motivations: [],
  behaviours: [],
  channels: [],
  quotes: [],
  picture: null,
  segment: null,
}

/** Personas by name. */
export async function listPersonas(
  actor: Actor,
  wend: Wend,
  { removed, ...page }: Page & { readonly removed: 'no' | 'only' },
): Promise<Paged<PersonaRecord>> {
  demand(actor, 'look')
  const found = await wend.state.personas.list(actor.workspace, { ...page, removed: removed === 'only' })
  return { total: found.total, rows: found.rows.map(recordOf) }
}

/** Refuses with `persona_not_found`. */
export async function getPersona(actor: Actor, wend: Wend, id: string): Promise<PersonaRecord> {
  demand(actor, 'look')
  return loadPersona(actor, wend, id)
}

/** Refuses with `too_many_personas` or `quote_not_found`. */
export async function addPersona(actor: Actor, wend: Wend, { name, ...said }: NewPersona): Promise<PersonaRecord> {
  demand(actor, 'edit-workspace')
  const { total } = await wend.state.personas.list(actor.workspace, { limit: 1, offset: 0, removed: false })
  if (total >= mostPersonas) throw new Refusal('too_many_personas')
  await checkQuotes(actor, wend, said.quotes ?? [])
  const at = wend.world.now()
  const by = actor.person.name
  const stored: StoredPersona<Body> = {
    id: wend.world.newId(),
    name,
    body: { ...nothingSaid, ...said },
    createdAt: at,
    createdBy: by,
    changedAt: at,
    changedBy: by,
    removedAt: null,
  }
  await wend.state.personas.add(actor.workspace, stored)
  return recordOf(stored)
}

export interface ChangePersona {
  readonly id: string
  readonly change: PersonaChange
}

/** What is missing from the change stays; maps that show the persona follow. Refuses with `persona_not_found` or `quote_not_found`. */
export async function changePersona(actor: Actor, wend: Wend, { id, change }: ChangePersona): Promise<PersonaRecord> {
  demand(actor, 'edit-workspace')
  const before = await loadPersona(actor, wend, id)
  const known = new Set(before.quotes.map((quote) => JSON.stringify(quote)))
  await checkQuotes(
    actor,
    wend,
    (change.quotes ?? []).filter((quote) => !known.has(JSON.stringify(quote))),
  )
  const { name, ...said } = change
  const record = await write(actor, wend, {
    id,
    next: (stored) => ({
      ...stored,
      name: name ?? stored.name,
      body: { ...nothingSaid, ...(stored.body as Body), ...said },
    }),
  })
  await tellMapsOfPersona(actor, wend, personaOf(record))
  return record
}

/** Maps that show the persona keep their copy. Refuses with `persona_not_found`. */
export async function removePersona(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'edit-workspace')
  await loadPersona(actor, wend, id)
  await write(actor, wend, { id, next: (stored) => ({ ...stored, removedAt: wend.world.now() }) })
}

/** Refuses with `persona_not_found`; one that was not removed stays as it is. */
export async function restorePersona(actor: Actor, wend: Wend, id: string): Promise<PersonaRecord> {
  demand(actor, 'edit-workspace')
  return write(actor, wend, { id, next: (stored) => ({ ...stored, removedAt: null }) })
}

/** A persona that lives. Refuses with `persona_not_found`. */
export async function loadPersona(actor: Actor, wend: Wend, id: string): Promise<PersonaRecord> {
  const stored = await wend.state.personas.get(actor.workspace, id)
  if (!stored || stored.removedAt !== null) throw new Refusal('persona_not_found')
  return recordOf(stored)
}

/** The persona as a map holds it. */
export function personaOf(record: PersonaRecord): Persona {
  const { id, name, summary, goals, needs, pains, motivations, behaviours, channels, quotes, picture, segment } = record
  return {
    id,
    name,
    summary,
    goals,
    needs,
    pains,
    motivations,
    behaviours,
    channels,
    quotes: quotes.map((quote) => quote.text),
    ...(picture !== null && { picture }),
    ...(segment !== null && { segment }),
  }
}

interface Write {
  readonly id: string
  readonly next: (stored: StoredPersona) => StoredPersona
}

async function write(actor: Actor, wend: Wend, { id, next }: Write): Promise<PersonaRecord> {
  const changed = await wend.state.personas.change(actor.workspace, id, (stored) => ({
    ...next(stored),
    changedAt: wend.world.now(),
    changedBy: actor.person.name,
  }))
  if (!changed) throw new Refusal('persona_not_found')
  return recordOf(changed)
}

/** A quote that names a customer and a time must be what that customer wrote then. */
async function checkQuotes(actor: Actor, wend: Wend, quotes: readonly PersonaQuote[]): Promise<void> {
  for (const { text, source } of quotes) {
    if (source?.kind !== 'verbatim') continue
    if (!(await wasSaid(actor, wend, { text, customer: source.customer, time: source.time }))) throw new Refusal('quote_not_found')
  }
}

interface Said {
  readonly text: string
  readonly customer: string
  readonly time: number
}
const mostEvents = 10_000

async function wasSaid(actor: Actor, wend: Wend, { text, customer, time }: Said): Promise<boolean> {
  const question = { question: 'timeline', customer, limit: mostEvents } as const
  const { rows } = await wend.events.ask(actor.workspace, wholeCustomer, question, AbortSignal.timeout(60_000))
  return rows.some((row) => row.time === time && row.verbatim.trim() === text.trim())
}

const recordOf = (stored: StoredPersona): PersonaRecord => {
  const { id, name, body, createdAt, createdBy, changedAt, changedBy, removedAt } = stored
  return { id, name, ...nothingSaid, ...(body as Body), createdAt, createdBy, changedAt, changedBy, removedAt }
}
