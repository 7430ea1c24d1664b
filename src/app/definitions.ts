import type { DefinitionChoice, DefinitionRecord } from '../contract/definitions.ts'
import type { Page } from '../contract/page.ts'
import { journeyDefinitionSchema } from '../contract/question-schema.ts'
import { wholeCustomer, type JourneyDefinition } from '../journey/definition.ts'
import type { Paged, StoredDefinition } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { detailsOf } from './details-of.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Definitions that come with Wend; they lead the list and cannot be changed. */
const builtIn: readonly DefinitionRecord[] = [
  { id: 'whole-customer', definition: wholeCustomer, builtIn: true, changedAt: null, changedBy: null },
]

/** Journey definitions: those that come with Wend, then the workspace's own by name. */
export async function listDefinitions(actor: Actor, wend: Wend, page: Page): Promise<Paged<DefinitionRecord>> {
  demand(actor, 'look')
  const first = builtIn.slice(page.offset, page.offset + page.limit)
  const rest = { limit: page.limit - first.length, offset: Math.max(0, page.offset - builtIn.length) }
  const own = await wend.state.definitions.list(actor.workspace, rest)
  return { total: builtIn.length + own.total, rows: [...first, ...own.rows.map(recordOf)] }
}

/** Refuses with `definition_in_use` when the name is taken. */
export async function addDefinition(actor: Actor, wend: Wend, definition: JourneyDefinition): Promise<DefinitionRecord> {
  demand(actor, 'define')
  return put(actor, wend, { id: wend.world.newId(), definition })
}

/** Refuses with `definition_not_found`, `definition_built_in` or `definition_in_use`. */
export async function changeDefinition(
  actor: Actor,
  wend: Wend,
  change: { readonly id: string; readonly definition: JourneyDefinition },
): Promise<DefinitionRecord> {
  demand(actor, 'define')
  await own(actor, wend, change.id)
  return put(actor, wend, change)
}

/** Refuses with `definition_not_found` or `definition_built_in`. */
export async function deleteDefinition(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'define')
  await own(actor, wend, id)
  await wend.state.definitions.remove(actor.workspace, id)
}

/** A stored definition by its id, one written out, or all events of a customer. Refuses with `definition_not_found` or `bad_definition`. */
export async function chooseDefinition(actor: Actor, wend: Wend, choice: DefinitionChoice | undefined): Promise<JourneyDefinition> {
  if (choice === undefined) return wholeCustomer
  if (typeof choice !== 'string') return checked(choice)
  const stored = builtIn.find((record) => record.id === choice) ?? (await wend.state.definitions.get(actor.workspace, choice))
  if (!stored) throw new Refusal('definition_not_found')
  return stored.definition
}

async function put(
  actor: Actor,
  wend: Wend,
  { id, definition }: { readonly id: string; readonly definition: JourneyDefinition },
): Promise<DefinitionRecord> {
  const stored = { id, definition: checked(definition), changedAt: wend.world.now(), changedBy: actor.person.name }
  if (builtIn.some((record) => record.definition.name === definition.name)) throw new Refusal('definition_in_use')
  await wend.state.definitions.put(actor.workspace, stored)
  return recordOf(stored)
}

async function own(actor: Actor, wend: Wend, id: string): Promise<StoredDefinition> {
  if (builtIn.some((record) => record.id === id)) throw new Refusal('definition_built_in')
  const stored = await wend.state.definitions.get(actor.workspace, id)
  if (!stored) throw new Refusal('definition_not_found')
  return stored
}

function checked(definition: JourneyDefinition): JourneyDefinition {
  const parsed = journeyDefinitionSchema.safeParse(definition)
  if (!parsed.success) throw new Refusal('bad_definition', undefined, detailsOf(parsed.error, 'definition'))
  return definition
}

const recordOf = (stored: StoredDefinition): DefinitionRecord => ({ ...stored, builtIn: false })
