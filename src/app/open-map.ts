import type { JourneyMap } from '../journey/map.ts'
import type { Actor } from './actor.ts'
import { loadMap } from './maps.ts'
import type { Wend } from './wend.ts'

/** The map as it is now. Refuses with `map_not_found`. */
export const openMap = async (actor: Actor, wend: Wend, id: string): Promise<JourneyMap> => (await loadMap(actor, wend, id)).map
