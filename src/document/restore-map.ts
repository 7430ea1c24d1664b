import * as Y from 'yjs'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { JourneyMap } from '../journey/map.ts'
import { documentOf, entryIn } from './new-document.ts'
import { readRichText, writePlainText, writeRichText } from './rich-text.ts'
import { type Entry, entryAt, put, rootsOf, sharedTextIn } from './roots.ts'
import { readFacts, setFacts } from './set-facts.ts'

/**
 * Makes the document equal an earlier version, in one transaction. For the server. What has come since is removed, not
 * deleted, so that it can be brought back. `facts`: those of that version, where it kept them.
 */
export function restoreMap(doc: Y.Doc, map: JourneyMap, facts: Readonly<Record<string, unknown>> = {}): void {
  const wanted = documentOf(map)
  const [now, then] = [rootsOf(doc), rootsOf(wanted)]
  doc.transact(() => {
    put(now.about, 'title', map.title)
    put(now.about, 'kind', map.kind)
    const summary = sharedTextIn(now.about, 'summary')
    if (summary) writePlainText(summary, map.summary)
    else now.about.set('summary', new Y.Text(map.summary))
    for (const name of ['stages', 'steps', 'lanes', 'cards'] as const) equalise(now[name], then[name], removeEntry)
    equalise(now.personas, then.personas, (root, id) => root.delete(id))
    for (const key of now.curves.keys()) if (!then.curves.has(key)) now.curves.delete(key)
    then.curves.forEach((value, key) => put(now.curves, key, value))
    setFacts(doc, factsAfter(doc, { ...readFacts(wanted), ...wantedOnly(facts, readFacts(wanted)) }))
  })
  wanted.destroy()
}

/** A version's own facts say more than its map (what a card said before); they hold where the map has that fact at all. */
function wantedOnly(facts: Readonly<Record<string, unknown>>, known: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(facts).filter(([key]) => key in known || key.startsWith('evidence:')))
}

/** Facts of the version, and null for those about the whole map that it did not have; facts of removed cards stay for their return. */
function factsAfter(doc: Y.Doc, wanted: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const lost = [...rootsOf(doc).facts.keys()].filter((key) => !(key in wanted) && isOfMap(key))
  return { ...Object.fromEntries(lost.map((key) => [key, null])), ...wanted }
}

/** The library's touchpoints would show today's names on an earlier version; the server writes them again if they are still linked. */
const isOfMap = (key: string): boolean =>
  ['river', 'emotion', 'basis'].includes(key) || ['stage:', 'standing:', 'touchpoint:'].some((start) => key.startsWith(start))

const removeEntry = (root: Y.Map<unknown>, id: string): void => {
  const entry = entryAt(root, id)
  if (entry) put(entry, 'gone', true)
}

function equalise(now: Y.Map<unknown>, then: Y.Map<unknown>, remove: (root: Y.Map<unknown>, id: string) => void): void {
  for (const id of now.keys()) if (!then.has(id)) remove(now, id)
  for (const id of then.keys()) {
    const target = entryAt(then, id)
    if (target) equaliseEntry(entryAt(now, id) ?? entryIn(now, id, {}), target)
  }
}

function equaliseEntry(entry: Entry, target: Entry): void {
  for (const key of entry.keys()) if (!target.has(key)) entry.delete(key)
  target.forEach((value, key) => {
    if (value instanceof Y.Text) {
      if (!sharedTextIn(entry, key)) entry.set(key, new Y.Text())
      const shared = sharedTextIn(entry, key)
      if (shared) writeRichText(shared, readRichText(value))
    } else if (!entry.has(key) || canonicalJson(entry.get(key)) !== canonicalJson(value)) entry.set(key, value)
  })
}
