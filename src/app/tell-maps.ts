import { applyEdit } from '../document/apply-edit.ts'
import { setFacts } from '../document/set-facts.ts'
import type { OwnBody } from '../journey/edit.ts'
import type { Persona } from '../journey/persona.ts'
import type { Actor } from './actor.ts'
import { cardsOfTouchpoint, personaMentions } from './map-mentions.ts'
import type { Wend } from './wend.ts'

/** Writes a persona's new face into every map that shows it, and tells whoever looks at one. */
export async function tellMapsOfPersona(actor: Actor, wend: Wend, persona: Persona): Promise<void> {
  for (const { map: id } of await personaMentions(actor, wend, persona.id)) {
    const map = await wend.live.read(actor.workspace, id)
    if (!map?.personas.some((one) => one.id === persona.id)) continue
    await wend.live.change(actor.workspace, id, actor.person.name, (doc) => setFacts(doc, { [`persona:${persona.id}`]: persona }))
    wend.live.tell(actor.workspace, id, 'personas')
  }
}

/** A touchpoint as maps keep it. */
export interface TouchpointFace {
  readonly id: string
  readonly name: string
  readonly channel: string
  readonly team: string
}

/** Writes a touchpoint's new name, channel and team into every map with a card of it. */
export async function tellMapsOfTouchpoint(actor: Actor, wend: Wend, { id, name, channel, team }: TouchpointFace): Promise<void> {
  for (const mapId of await mapIds(actor, wend)) {
    const map = await wend.live.read(actor.workspace, mapId)
    if (!map || cardsOfTouchpoint(map, id) === 0) continue
    await wend.live.change(actor.workspace, mapId, actor.person.name, (doc) =>
      setFacts(doc, { [`touchpoint:${id}`]: { name, channel, team } }),
    )
    wend.live.tell(actor.workspace, mapId, 'touchpoints')
  }
}

/** Cards of a touchpoint that was merged away stand for the other one from now on. */
export async function moveCardsTo(
  actor: Actor,
  wend: Wend,
  { from, to }: { readonly from: string; readonly to: TouchpointFace },
): Promise<void> {
  const { id, name, channel, team } = to
  for (const mapId of await mapIds(actor, wend)) {
    const map = await wend.live.read(actor.workspace, mapId)
    const cards = map?.cards.filter(({ body }) => body.kind === 'touchpoint' && body.library === from) ?? []
    if (cards.length === 0) continue
    await wend.live.change(actor.workspace, mapId, actor.person.name, (doc) => {
      setFacts(doc, { [`touchpoint:${id}`]: { name, channel, team }, [`touchpoint:${from}`]: null })
      for (const card of cards) applyEdit(doc, { kind: 'set-body', card: card.id, body: bodyOf(to) })
    })
    wend.live.tell(actor.workspace, mapId, 'touchpoints')
  }
}

function bodyOf({ id, name, channel, team }: TouchpointFace): Extract<OwnBody, { kind: 'touchpoint' }> {
  const uncounted = { journeys: null, reach: null, occurrences: null, p50ToNext: null }
  return { kind: 'touchpoint', touchpoint: name, channel, ...uncounted, library: id, ...(team !== '' && { team }) }
}

/**
 * All maps, not only those whose stored copy names what changed: the copy is written a moment after the document, and
 * a card that was placed just now must follow too.
 */
async function mapIds(actor: Actor, wend: Wend): Promise<readonly string[]> {
  const ids: string[] = []
  const limit = 1000
  for (let offset = 0; ; offset += limit) {
    const page = await wend.state.maps.list(actor.workspace, { limit, offset })
    ids.push(...page.rows.map((row) => row.id))
    if (page.rows.length < limit) return ids
  }
}
