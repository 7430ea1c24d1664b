import * as Y from 'yjs'
import type { RestoreEdit } from '../journey/edit.ts'
import type { CardBody } from '../journey/map.ts'
import { homeOf } from './arrange.ts'
import { cardAt } from './read-card.ts'
import { type Entry, rootsOf, type Roots, textIn } from './roots.ts'

/** Something that can be restored. */
export interface Removed {
  readonly kind: RestoreEdit['what']
  readonly id: string
  /** What it was called; a card by what it said, at most 80 characters. */
  readonly name: string
}

/** What people removed and can bring back: stages, steps, lanes, cards, each list by name. */
export function listRemoved(doc: Y.Doc): readonly Removed[] {
  const roots = rootsOf(doc)
  const named = (entry: Entry) => textIn(entry, 'name')
  return [
    ...goneOf(roots.stages, 'stage', named),
    ...goneOf(roots.steps, 'step', named),
    ...goneOf(roots.lanes, 'lane', named),
    ...goneOf(roots.cards, 'card', (entry, id) => cardName(roots, entry, id)),
  ]
}

function goneOf(root: Y.Map<unknown>, kind: Removed['kind'], name: (entry: Entry, id: string) => string): readonly Removed[] {
  const found: Removed[] = []
  root.forEach((value, id) => {
    if (value instanceof Y.Map && value.get('gone') === true) found.push({ kind, id, name: name(value as Entry, id).slice(0, 80) })
  })
  return found.sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
}

function cardName(roots: Roots, entry: Entry, id: string): string {
  return sayingOf(cardAt(roots, { id, entry, place: { lane: textIn(entry, 'lane'), ...homeOf(roots, entry) } }).body)
}

function sayingOf(body: CardBody): string {
  switch (body.kind) {
    case 'text':
    case 'verbatim':
      return body.text
    case 'image':
      return body.alt
    case 'touchpoint':
      return body.touchpoint
    case 'channel':
      return body.channel
    case 'kpi':
      return body.name
    case 'emotion':
      return `Emotion (${body.scale})`
    case 'pain-point':
    case 'delight':
      return body.title
  }
}
