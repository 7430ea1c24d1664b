import * as Y from 'yjs'
import { readCard } from '../../document/read-card.ts'
import { readLayout, type Layout } from '../../document/read-layout.ts'
import { readFrame, readMap } from '../../document/read-map.ts'
import type { Card, CardId, JourneyMap } from '../../journey/map.ts'
import type { MapStore, Touched } from './map-store.ts'

const roots = ['about', 'stages', 'steps', 'lanes', 'cards', 'personas', 'curves', 'facts'] as const
/** Fields of a card that say where it lies or whether it is there. */
const placing: ReadonlySet<string> = new Set(['lane', 'stage', 'step', 'order', 'gone', 'hidden'])

/** The map of a document: read piece by piece when asked for, and forgotten piece by piece when it changes. */
export class LiveStore implements MapStore {
  readonly doc: Y.Doc
  private readonly cards = new Map<string, Card | undefined>()
  private readonly tell: (touched: Touched) => void
  private cachedLayout: Layout | undefined
  private cachedFrame: JourneyMap | undefined
  private cachedWhole: JourneyMap | undefined

  constructor(doc: Y.Doc, tell: (touched: Touched) => void) {
    this.doc = doc
    this.tell = tell
    doc.on('afterTransaction', this.onTransaction)
  }

  layout(): Layout {
    return (this.cachedLayout ??= readLayout(this.doc))
  }

  card(id: CardId): Card | undefined {
    if (!this.cards.has(id)) this.cards.set(id, readCard(this.doc, id))
    return this.cards.get(id)
  }

  frame(): JourneyMap {
    return (this.cachedFrame ??= readFrame(this.doc))
  }

  whole(): JourneyMap {
    return (this.cachedWhole ??= readMap(this.doc))
  }

  /** The collaborative text of a card; undefined when there is no such card. */
  text(id: CardId): Y.Text | undefined {
    const text = this.doc.getMap<Y.Map<unknown>>('cards').get(id)?.get('text')
    return text instanceof Y.Text ? text : undefined
  }

  close(): void {
    this.doc.off('afterTransaction', this.onTransaction)
  }

  private readonly onTransaction = (transaction: Y.Transaction): void => {
    if (transaction.changed.size === 0) return
    const touched = touchedBy(this.doc, transaction)
    this.cachedWhole = undefined
    if (touched.layout) this.cachedLayout = undefined
    if (touched.frame) this.cachedFrame = undefined
    if (touched.places) this.cards.clear()
    else for (const id of touched.cards) this.cards.delete(id)
    this.tell(touched)
  }
}

/** Which pieces of the map a transaction changed. */
export function touchedBy(doc: Y.Doc, transaction: Y.Transaction): Touched {
  const cards = new Set<string>()
  let layout = false
  let frame = false
  let places = false
  for (const [type, keys] of transaction.changed) {
    const [root, ...path] = pathOf(doc, type)
    if (root === 'cards') {
      const id = path[0]
      if (id === undefined) {
        for (const key of keys) if (key !== null) cards.add(key)
        layout = true
      } else {
        cards.add(id)
        if (path.length === 1 && [...keys].some((key) => key !== null && (placing.has(key) || key.startsWith('persona:')))) layout = true
      }
    } else if (root === 'facts') {
      for (const id of cardsOfFacts(doc, keys)) cards.add(id)
      if ([...keys].some((key) => !key?.startsWith('card:') && !key?.startsWith('evidence:'))) layout = frame = true
    } else if (root !== undefined) {
      frame = true
      if (root === 'stages' || root === 'steps' || root === 'lanes') {
        layout = true
        places ||= path.length === 0 || keys.has('gone') || keys.has('stage')
      }
    }
  }
  return { layout, frame: frame || layout, places, cards }
}

/** The name of the root that holds a type, and the keys that lead to it. */
function pathOf(doc: Y.Doc, type: unknown): readonly (string | undefined)[] {
  const path: string[] = []
  let at = type as Y.AbstractType<unknown>
  while (at._item) {
    path.unshift(at._item.parentSub ?? '')
    at = at._item.parent as Y.AbstractType<unknown>
  }
  return [roots.find((root) => doc.share.get(root) === at), ...path]
}

/** Cards that rest on facts which changed. Touchpoints of the library change any card. */
function cardsOfFacts(doc: Y.Doc, keys: ReadonlySet<string | null>): string[] {
  const cards = doc.getMap<Y.Map<unknown>>('cards')
  const all = [...keys].some((key) => key?.startsWith('touchpoint:'))
  return [...cards.entries()].flatMap(([id, card]) => {
    if (all || keys.has(String(card.get('fact')))) return [id]
    return [...keys].some((key) => key?.startsWith('evidence:') && card.has(key)) ? [id] : []
  })
}
