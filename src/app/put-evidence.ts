import { createHash } from 'node:crypto'
import type { PutEvidence } from '../contract/evidence.ts'
import { applyEdit } from '../document/apply-edit.ts'
import { factKey } from '../document/facts.ts'
import { readCard } from '../document/read-card.ts'
import { entryAt, rootsOf } from '../document/roots.ts'
import { setFacts } from '../document/set-facts.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { CardId } from '../journey/map.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import { verifyEvidence } from './verify-evidence.ts'
import type { Wend } from './wend.ts'

interface OnCard {
  /** Id of the map. */
  readonly id: string
  readonly card: string
}

/**
 * Puts evidence on a card, as Wend itself finds it, and returns its id. The same evidence again changes nothing.
 * Refuses with `map_not_found`, `card_not_found`, or as `verifyEvidence` does.
 */
export async function putEvidence(
  actor: Actor,
  wend: Wend,
  { id, card, put, signal }: OnCard & { readonly put: PutEvidence; readonly signal: AbortSignal },
): Promise<{ readonly evidence: string }> {
  demand(actor, 'edit-map')
  const map = await wend.live.read(actor.workspace, id)
  if (!map) throw new Refusal('map_not_found')
  if (!map.cards.some((one) => one.id === card)) throw new Refusal('card_not_found')
  const fact = await verifyEvidence(actor, wend, { map, put, signal })
  const evidence = createHash('sha256').update(canonicalJson(fact)).digest('hex').slice(0, 24)
  await wend.live.change(actor.workspace, id, actor.person.name, (doc) => {
    if (!readCard(doc, card as CardId)) throw new Refusal('card_not_found')
    setFacts(doc, { [factKey('evidence', evidence)]: fact })
    const done = applyEdit(doc, { kind: 'cite', card: card as CardId, evidence, on: true })
    if (!done.ok) throw new Refusal('bad_request', done.error.message)
  })
  if (fact.kind === 'highlight') {
    await wend.state.research.addUse(actor.workspace, fact.note, id)
    wend.live.tell(actor.workspace, id, 'research')
  }
  return { evidence }
}

/** Takes evidence off a card: so a person rejects it. The map keeps it. Refuses with `map_not_found`, `card_not_found` or `evidence_not_found`. */
export async function takeEvidence(
  actor: Actor,
  wend: Wend,
  { id, card, evidence }: OnCard & { readonly evidence: string },
): Promise<void> {
  demand(actor, 'edit-map')
  await wend.live.change(actor.workspace, id, actor.person.name, (doc) => {
    const entry = readCard(doc, card as CardId) && entryAt(rootsOf(doc).cards, card)
    if (!entry) throw new Refusal('card_not_found')
    if (!entry.has(`evidence:${evidence}`)) throw new Refusal('evidence_not_found')
    const done = applyEdit(doc, { kind: 'cite', card: card as CardId, evidence, on: false })
    if (!done.ok) throw new Refusal('bad_request', done.error.message)
  })
}
