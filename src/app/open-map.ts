import type { JourneyMap } from '../journey/map.ts'
import type { Actor } from './actor.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** The map as it is now, with the edits of this very moment. Refuses with `map_not_found`. */
export async function openMap(actor: Actor, wend: Wend, id: string): Promise<JourneyMap> {
  const map = await wend.live.read(actor.workspace, id)
  if (!map) throw new Refusal('map_not_found')
  return map
}
