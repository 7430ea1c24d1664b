import type { MapRecord, MapSummary, RenameMap } from '../contract/maps.ts'
import type { Page } from '../contract/page.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Paged, StoredMap } from '../state/state-store.ts'
import { applyEdit } from '../document/apply-edit.ts'
import type { Actor } from './actor.ts'
import { keepFirstVersion } from './keep-version.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { isStale } from './stale-map.ts'
import type { Wend } from './wend.ts'

/** Maps, last changed first. */
export async function listMaps(actor: Actor, wend: Wend, page: Page): Promise<Paged<MapSummary>> {
  demand(actor, 'look')
  return wend.state.maps.list(actor.workspace, page)
}

/** Refuses with `map_not_found`. */
export async function getMap(actor: Actor, wend: Wend, id: string): Promise<MapRecord> {
  demand(actor, 'look')
  const { number: _number, ...record } = await loadMap(actor, wend, id)
  return { ...record, stale: isStale(record.map, await wend.events.sources(actor.workspace)) }
}

/** Keeps a map in the workspace. */
export async function saveMap(actor: Actor, wend: Wend, map: JourneyMap): Promise<MapSummary> {
  demand(actor, 'discover')
  const by = actor.person.name
  const line = await wend.state.maps.add(actor.workspace, { id: wend.world.newId(), map, at: wend.world.now(), by })
  await keepFirstVersion(wend, { workspace: actor.workspace, map: line.id }, { map, by })
  return line
}

/** Changes title and summary; what is missing stays. The hash stays that of the computed map. Refuses with `map_not_found`. */
export async function renameMap(
  actor: Actor,
  wend: Wend,
  { id, title, summary }: RenameMap & { readonly id: string },
): Promise<MapSummary> {
  demand(actor, 'edit-map')
  await wend.live.change(actor.workspace, id, actor.person.name, (doc) => {
    if (title !== undefined) applyEdit(doc, { kind: 'set-title', title })
    if (summary !== undefined) applyEdit(doc, { kind: 'set-summary', summary })
  })
  await wend.live.settle(actor.workspace, id)
  const { map: _map, number: _number, ...line } = await loadMap(actor, wend, id)
  return line
}

/** Refuses with `map_not_found`. */
export async function deleteMap(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'delete-map')
  const deleted = { id, at: wend.world.now(), by: actor.person.name }
  if (!(await wend.state.maps.remove(actor.workspace, deleted))) throw new Refusal('map_not_found')
  await wend.live.expel(actor.workspace, id)
}

/** The map as it is now, with what people edit at this moment. Refuses with `map_not_found`. */
export async function loadMap(actor: Actor, wend: Wend, id: string): Promise<StoredMap> {
  const stored = await wend.state.maps.get(actor.workspace, id)
  const map = await wend.live.read(actor.workspace, id)
  if (!stored || !map) throw new Refusal('map_not_found')
  const { title, summary, kind, stages, cards } = map
  return { ...stored, title, summary, kind, stages: stages.length, cards: cards.length, map }
}
