import * as Y from 'yjs'

/** One stage, step, lane, card or placed persona of the document. */
export type Entry = Y.Map<unknown>

/** The root types of the document of a map; flat, so that what people change at the same time merges field by field. */
export interface Roots {
  readonly doc: Y.Doc
  readonly about: Y.Map<unknown>
  readonly stages: Y.Map<unknown>
  readonly steps: Y.Map<unknown>
  readonly lanes: Y.Map<unknown>
  readonly cards: Y.Map<unknown>
  readonly personas: Y.Map<unknown>
  readonly curves: Y.Map<unknown>
  /** Written by the server only. */
  readonly facts: Y.Map<unknown>
}

export type RootName = Exclude<keyof Roots, 'doc'>
export type EntryRoot = 'stages' | 'steps' | 'lanes' | 'cards' | 'personas'

export const rootNames: readonly RootName[] = ['about', 'stages', 'steps', 'lanes', 'cards', 'personas', 'curves', 'facts']

/** The version of the document's shape. */
export const documentFormat = 'wend-document/1'

export function rootsOf(doc: Y.Doc): Roots {
  return {
    doc,
    about: doc.getMap('about'),
    stages: doc.getMap('stages'),
    steps: doc.getMap('steps'),
    lanes: doc.getMap('lanes'),
    cards: doc.getMap('cards'),
    personas: doc.getMap('personas'),
    curves: doc.getMap('curves'),
    facts: doc.getMap('facts'),
  }
}

/** All root types, as an undo manager wants them. */
export function scopeOf(doc: Y.Doc): Y.Map<unknown>[] {
  const roots = rootsOf(doc)
  return rootNames.map((name) => roots[name])
}

/** The entry of that id, removed or not. */
export function entryAt(root: Y.Map<unknown>, id: string): Entry | undefined {
  const value = root.get(id)
  return value instanceof Y.Map ? (value as Entry) : undefined
}

export const isGone = (entry: Entry): boolean => entry.get('gone') === true

/** The entry of that id, unless it was removed. */
export function livingAt(root: Y.Map<unknown>, id: string): Entry | undefined {
  const entry = entryAt(root, id)
  return entry && !isGone(entry) ? entry : undefined
}

/** The text in a field; empty where there is none. */
export function textIn(entry: Entry, key: string): string {
  const value = entry.get(key)
  return typeof value === 'string' ? value : ''
}

export function optionalTextIn(entry: Entry, key: string): string | undefined {
  const value = entry.get(key)
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The shared text in a field, which a card's text and the map's summary are. */
export function sharedTextIn(entry: Entry, key: string): Y.Text | undefined {
  const value = entry.get(key)
  return value instanceof Y.Text ? value : undefined
}

/** Sets a field unless it holds the value already; undefined takes it away. */
export function put(entry: Entry, key: string, value: unknown): void {
  if (value === undefined) {
    if (entry.has(key)) entry.delete(key)
  } else if (entry.get(key) !== value) entry.set(key, value)
}

/** The living entries of a root in their order. */
export function livingOf(root: Y.Map<unknown>): readonly Ordered[] {
  const found: Ordered[] = []
  root.forEach((value, id) => {
    if (value instanceof Y.Map && !isGone(value as Entry)) found.push(orderedEntry(id, value as Entry))
  })
  return found.sort(byOrder)
}

export interface Ordered {
  readonly id: string
  readonly order: string
  readonly entry: Entry
}

export const orderedEntry = (id: string, entry: Entry): Ordered => ({ id, order: textIn(entry, 'order'), entry })

/** By order key; people who insert at the same place at the same time get equal keys, and then the id decides. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : 1
}
