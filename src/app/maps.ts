import type { MapRecord, MapSummary, RenameMap } from '../contract/maps.ts'
import type { Page } from '../contract/page.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Paged, StoredMap } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Maps, last changed first. */
export async function listMaps(actor: Actor, wend: Wend, page: Page): Promise<Paged<MapSummary>> {
  demand(actor, 'look')
  return wend.state.maps.list(actor.workspace, page)
}

/** Refuses with `map_not_found`. */
export async function getMap(actor: Actor, wend: Wend, id: string): Promise<MapRecord> {
  demand(actor, 'look')
  return loadMap(actor, wend, id)
}

/** Keeps a map in the workspace. */
export async function saveMap(actor: Actor, wend: Wend, map: JourneyMap): Promise<MapSummary> {
  demand(actor, 'discover')
  return wend.state.maps.add(actor.workspace, { id: wend.world.newId(), map, at: wend.world.now(), by: actor.person.name })
}

/** Changes title and summary; what is missing stays. The hash stays that of the computed map. Refuses with `map_not_found`. */
export async function renameMap(
  actor: Actor,
  wend: Wend,
  { id, title, summary }: RenameMap & { readonly id: string },
): Promise<MapSummary> {
  demand(actor, 'edit-map')
  const { map } = await loadMap(actor, wend, id)
  const changed = { ...map, title: title ?? map.title, summary: summary ?? map.summary }
  const line = await wend.state.maps.replace(actor.workspace, { id, map: changed, at: wend.world.now(), by: actor.person.name })
  if (!line) throw new Refusal('map_not_found')
  return line
}

/** Refuses with `map_not_found`. */
export async function deleteMap(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'delete-map')
  const deleted = { id, at: wend.world.now(), by: actor.person.name }
  if (!(await wend.state.maps.remove(actor.workspace, deleted))) throw new Refusal('map_not_found')
}

export async function loadMap(actor: Actor, wend: Wend, id: string): Promise<StoredMap> {
  const stored = await wend.state.maps.get(actor.workspace, id)
  if (!stored) throw new Refusal('map_not_found')
  return stored
}
