import type { MapSummary } from '../contract/maps.ts'
import type { Actor } from './actor.ts'
import { mapNow } from './map-now.ts'
import { saveMap } from './maps.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** A copy of the map as it is now. Refuses with `map_not_found`. */
export async function copyMap(
  actor: Actor,
  wend: Wend,
  { id, title }: { readonly id: string; readonly title?: string },
): Promise<MapSummary> {
  demand(actor, 'edit-map')
  const map = await mapNow(actor, wend, id)
  return saveMap(actor, wend, { ...map, title: title ?? `${map.title.slice(0, 190)} (copy)` })
}
