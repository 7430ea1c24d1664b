import type { MapSummary } from '../contract/maps.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Says who answers for a map: a person of the workspace, or nobody. Refuses with `map_not_found` or `person_not_found`. */
export async function changeMapOwner(
  actor: Actor,
  wend: Wend,
  { id, owner }: { readonly id: string; readonly owner: string | null },
): Promise<MapSummary> {
  demand(actor, 'edit-map')
  if (owner !== null) {
    const { rows } = await wend.state.people.list(actor.workspace, { limit: 10_000, offset: 0 })
    if (!rows.some(({ name }) => name === owner)) throw new Refusal('person_not_found')
  }
  const line = await wend.state.maps.setOwner(actor.workspace, id, owner)
  if (!line) throw new Refusal('map_not_found')
  return line
}
