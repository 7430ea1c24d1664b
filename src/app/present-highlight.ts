import type { Highlight } from '../contract/research.ts'
import type { StoredHighlight } from '../state/highlight-store.ts'

export function presentHighlight({ removedAt: _removedAt, tags, colour, ...highlight }: StoredHighlight): Highlight {
  const { id, note, from, to, text, lost, saidAt, at, by } = highlight
  return { id, note, from, to, text, tags: [...tags], colour: colour as Highlight['colour'], lost, saidAt, at, by }
}
