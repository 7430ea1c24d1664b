import type * as Y from 'yjs'
import type { Evidence } from '../journey/evidence.ts'
import type { CardId } from '../journey/map.ts'
import { evidenceFact } from './facts.ts'
import { entryAt, isGone, rootsOf } from './roots.ts'

/** A piece of evidence that people put on a card, with the id that takes it off again. */
export interface Cited {
  readonly id: string
  readonly evidence: Evidence
}

/** What people put on a card, in the order in which the card shows it after its computed evidence. */
export function listCited(doc: Y.Doc, card: CardId): readonly Cited[] {
  const roots = rootsOf(doc)
  const entry = entryAt(roots.cards, card)
  if (!entry || isGone(entry)) return []
  const ids = [...entry.keys()].flatMap((key) =>
    key.startsWith('evidence:') && entry.get(key) === true ? [key.slice('evidence:'.length)] : [],
  )
  return ids.sort().flatMap((id) => {
    const evidence = evidenceFact(roots, id)
    return evidence ? [{ id, evidence }] : []
  })
}
