import type { JourneyMap } from '../journey/map.ts'
import type { Actor } from './actor.ts'
import type { Wend } from './wend.ts'

export interface Mention {
  readonly map: string
  readonly title: string
  readonly cards: number
}

/** Cards of a map that stand for a touchpoint of the library. */
export const cardsOfTouchpoint = (map: JourneyMap, touchpoint: string): number =>
  map.cards.filter(({ body }) => body.kind === 'touchpoint' && body.library === touchpoint).length

/** Where the touchpoints of the library are used, by touchpoint. Only maps that name any are read. */
export async function touchpointMentions(actor: Actor, wend: Wend): Promise<ReadonlyMap<string, readonly Mention[]>> {
  const found = new Map<string, Mention[]>()
  for (const { id, map } of await wend.state.mentions.maps(actor.workspace, '"library":"')) {
    const counts = new Map<string, number>()
    for (const { body } of map.cards)
      if (body.kind === 'touchpoint' && body.library !== undefined) counts.set(body.library, (counts.get(body.library) ?? 0) + 1)
    for (const [touchpoint, cards] of counts)
      found.set(touchpoint, [...(found.get(touchpoint) ?? []), { map: id, title: map.title, cards }])
  }
  return found
}

/** The maps that show a persona. */
export async function personaMentions(actor: Actor, wend: Wend, persona: string): Promise<readonly Omit<Mention, 'cards'>[]> {
  const maps = await wend.state.mentions.maps(actor.workspace, `"${persona}"`)
  return maps.filter(({ map }) => map.personas.some((one) => one.id === persona)).map(({ id, map }) => ({ map: id, title: map.title }))
}
