import type { Doc } from 'yjs'
import { canonicalJson } from '../journey/canonical-json.ts'
import { rootsOf } from './roots.ts'

/** Writes facts by their keys, as one transaction; null takes one away. What says the same already is not written again. Only the server may. */
export function setFacts(doc: Doc, entries: Readonly<Record<string, unknown>>): void {
  const { facts } = rootsOf(doc)
  doc.transact(() => {
    for (const [key, value] of Object.entries(entries)) {
      if (value === null) facts.delete(key)
      else if (canonicalJson(facts.get(key) ?? null) !== canonicalJson(value)) facts.set(key, value)
    }
  })
}
