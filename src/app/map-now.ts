import type { JourneyMap } from '../journey/map.ts'
import type { Actor } from './actor.ts'
import type { LiveMaps, LiveTopic } from './live-maps.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** The map as it is now. Refuses with `map_not_found`. */
export async function mapNow(actor: Actor, wend: Wend, id: string): Promise<JourneyMap> {
  const live = liveOf(wend)
  const map = live ? await live.read(actor.workspace, id) : (await wend.state.maps.get(actor.workspace, id))?.map
  if (!map) throw new Refusal('map_not_found')
  return map
}

/** Tells everybody who has the map open what to ask for again. */
export const tellOf =
  (topic: LiveTopic) =>
  (actor: Actor, wend: Wend, map: string): void =>
    liveOf(wend)?.tell(actor.workspace, map, topic)

export const tellComments = tellOf('comments')

export const liveOf = (wend: Wend): LiveMaps | undefined => (wend as Wend & { readonly live?: LiveMaps }).live
