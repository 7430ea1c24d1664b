import type * as Y from 'yjs'
import { canonicalJson } from '../journey/canonical-json.ts'
import { rootsOf } from './roots.ts'

/** Writes facts, which only the server may; null takes one away. What is the same already is not written again. */
export function setFacts(doc: Y.Doc, entries: Readonly<Record<string, unknown>>): void {
  const { facts } = rootsOf(doc)
  doc.transact(() => {
    for (const [key, value] of Object.entries(entries)) {
      if (value === null || value === undefined) {
        if (facts.has(key)) facts.delete(key)
      } else if (!facts.has(key) || canonicalJson(facts.get(key)) !== canonicalJson(value)) facts.set(key, value)
    }
  })
}

/** All facts of the document by their key; with the map they make a whole version that `restoreMap` brings back. */
export function readFacts(doc: Y.Doc): Readonly<Record<string, unknown>> {
  return Object.fromEntries(rootsOf(doc).facts.entries())
}
