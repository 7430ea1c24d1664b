import type { MapFamily } from '../contract/map-making.ts'
import type { MapOpens } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** The maps above and below one. A circle of maps is walked once. Refuses with `map_not_found`. */
export async function mapFamily(actor: Actor, wend: Wend, id: string): Promise<MapFamily> {
  demand(actor, 'look')
  const family = familyOf(await wend.state.maps.listOpens(actor.workspace), id)
  if (!family) throw new Refusal('map_not_found')
  return family
}

/** The same over a list of what each map opens. Undefined when the map is not on it. */
export function familyOf(maps: readonly MapOpens[], id: string): MapFamily | undefined {
  const byId = new Map(maps.map((map) => [map.id, map]))
  const self = byId.get(id)
  if (!self) return undefined
  const above = Map.groupBy(
    maps.flatMap((map) => map.opens.map((child) => ({ child, map }))),
    ({ child }) => child,
  )
  const parentsOf = (child: string): readonly MapOpens[] => (above.get(child) ?? []).map(({ map }) => map).filter((map) => map.id !== child)
  const seen = new Set([id])
  const trail: MapOpens[] = []
  for (
    let next = parentsOf(id)[0];
    next && !seen.has(next.id) && trail.length < 20;
    next = parentsOf(next.id).find((map) => !seen.has(map.id))
  ) {
    seen.add(next.id)
    trail.unshift(next)
  }
  const named = ({ id: map, title }: MapOpens) => ({ id: map, title })
  return {
    trail: trail.map(named),
    parents: parentsOf(id).slice(0, 1000).map(named),
    children: self.opens.flatMap((child) => (child === id ? [] : (byId.get(child) ?? []))).map(named),
  }
}
