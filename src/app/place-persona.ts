import type { Actor } from './actor.ts'
import { openMap } from './open-map.ts'
import { demand } from './permission.ts'
import { loadPersona } from './personas.ts'
import type { Wend } from './wend.ts'

export interface PlacePersona {
  readonly id: string
  readonly persona: string
  readonly on: boolean
}

/** Puts a persona on a map, with a copy of what it says, or takes it off. Refuses with `map_not_found` or `persona_not_found`. */
export async function placePersona(actor: Actor, wend: Wend, { id, persona }: PlacePersona): Promise<void> {
  demand(actor, 'edit-map')
  await openMap(actor, wend, id)
  await loadPersona(actor, wend, persona)
}
