import type { Persona } from '../journey/persona.ts'
import type { Actor } from './actor.ts'
import type { Wend } from './wend.ts'

/** Writes a persona's new face into every map that shows it, and tells whoever looks at one. */
export async function tellMapsOfPersona(_actor: Actor, _wend: Wend, _persona: Persona): Promise<void> {}

/** A touchpoint as maps keep it. */
export interface TouchpointFace {
  readonly id: string
  readonly name: string
  readonly channel: string
  readonly team: string
}

/** Writes a touchpoint's new name, channel and team into every map with a card of it. */
export async function tellMapsOfTouchpoint(_actor: Actor, _wend: Wend, _touchpoint: TouchpointFace): Promise<void> {}

/** Cards of a touchpoint that was merged away stand for the other one from now on. */
export async function moveCardsTo(
  _actor: Actor,
  _wend: Wend,
  _move: { readonly from: string; readonly to: TouchpointFace },
): Promise<void> {}
