import { applyEdit } from '../document/apply-edit.ts'
import { setFacts } from '../document/set-facts.ts'
import type { Actor } from './actor.ts'
import { openMap } from './open-map.ts'
import { demand } from './permission.ts'
import { loadPersona, personaOf } from './personas.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export interface PlacePersona {
  readonly id: string
  readonly persona: string
  readonly on: boolean
}

/** Puts a persona on a map, with a copy of what it says, or takes it off. Refuses with `map_not_found` or `persona_not_found`. */
export async function placePersona(actor: Actor, wend: Wend, { id, persona, on }: PlacePersona): Promise<void> {
  demand(actor, 'edit-map')
  await openMap(actor, wend, id)
  const facts = on ? { [`persona:${persona}`]: personaOf(await loadPersona(actor, wend, persona)) } : {}
  const result = await wend.live.change(actor.workspace, id, actor.person.name, (doc) => {
    setFacts(doc, facts)
    return applyEdit(doc, { kind: 'place-persona', persona, on })
  })
  if (!result.ok) throw new Refusal('persona_not_found', result.error.message)
  // Whoever looks for the maps of a persona looks in their stored copies.
  await wend.live.settle(actor.workspace, id)
  wend.live.tell(actor.workspace, id, 'personas')
}
