import type { ChangeHighlight, FoundHighlight, Highlight, NewHighlight } from '../contract/research.ts'
import { timeAt } from '../sources/transcript-line.ts'
import type { HighlightFilter, StoredHighlight } from '../state/highlight-store.ts'
import type { TagCount } from '../state/research-tag-store.ts'
import type { Paged } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { living } from './notes.ts'
import { demand } from './permission.ts'
import { presentHighlight } from './present-highlight.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Highlights in one note at the most. */
const most = 5000

interface Which {
  /** Id of the note. */
  readonly id: string
  readonly highlight: string
}

/** Highlights of all notes, newest first. */
export async function searchHighlights(actor: Actor, wend: Wend, filter: HighlightFilter): Promise<Paged<FoundHighlight>> {
  demand(actor, 'look')
  const { total, rows } = await wend.state.research.highlights.search(actor.workspace, { ...filter, words: filter.words?.toLowerCase() })
  return { total, rows: rows.map((row) => ({ ...presentHighlight(row), noteTitle: row.noteTitle })) }
}

/** Refuses with `note_not_found`, `too_many_highlights`, or `note_changed` when the words are not where they are said to be. */
export async function addHighlight(actor: Actor, wend: Wend, { id, ...made }: NewHighlight & { readonly id: string }): Promise<Highlight> {
  demand(actor, 'edit-workspace')
  const note = await living(actor, wend, id)
  if (note.text.slice(made.from, made.to) !== made.text) throw new Refusal('note_changed')
  if (note.highlights >= most) throw new Refusal('too_many_highlights')
  const when = { at: wend.world.now(), by: actor.person.name, removedAt: null }
  const saidAt = timeAt(note.text, made.from) ?? null
  const highlight: StoredHighlight = { ...made, id: wend.world.newId(), note: id, lost: false, saidAt, ...when }
  await wend.state.research.highlights.put(actor.workspace, highlight)
  return presentHighlight(highlight)
}

/** Refuses with `note_not_found` or `highlight_not_found`. */
export async function changeHighlight(
  actor: Actor,
  wend: Wend,
  { id, highlight, tags, colour }: ChangeHighlight & Which,
): Promise<Highlight> {
  demand(actor, 'edit-workspace')
  const old = await highlightOf(actor, wend, { id, highlight })
  if (old.removedAt !== null) throw new Refusal('highlight_not_found')
  return put(actor, wend, { ...old, tags: tags ?? old.tags, colour: colour ?? old.colour })
}

/** Hides a highlight until it is restored; cards keep the words they cite. Refuses with `note_not_found` or `highlight_not_found`. */
export async function removeHighlight(actor: Actor, wend: Wend, which: Which): Promise<void> {
  demand(actor, 'edit-workspace')
  const old = await highlightOf(actor, wend, which)
  if (old.removedAt !== null) throw new Refusal('highlight_not_found')
  await put(actor, wend, { ...old, removedAt: wend.world.now() })
}

/** Refuses with `note_not_found` or `highlight_not_found`. */
export async function restoreHighlight(actor: Actor, wend: Wend, which: Which): Promise<Highlight> {
  demand(actor, 'edit-workspace')
  return put(actor, wend, { ...(await highlightOf(actor, wend, which)), removedAt: null })
}

/** Tags with how many notes and highlights carry them, by name; at most 1,000. */
export async function listTags(actor: Actor, wend: Wend): Promise<{ readonly total: number; readonly rows: readonly TagCount[] }> {
  demand(actor, 'look')
  const rows = await wend.state.research.tags.list(actor.workspace, 1000)
  return { total: rows.length, rows }
}

/** Renames a tag everywhere; where the new name exists, the two become one. Refuses with `tag_not_found`. */
export async function renameTag(actor: Actor, wend: Wend, { from, to }: { readonly from: string; readonly to: string }) {
  demand(actor, 'edit-workspace')
  if (!(await wend.state.research.tags.rename(actor.workspace, from, to))) throw new Refusal('tag_not_found')
  return listTags(actor, wend)
}

/** Also one that was removed. */
export async function highlightOf(actor: Actor, wend: Wend, { id, highlight }: Which): Promise<StoredHighlight> {
  await living(actor, wend, id)
  const stored = await wend.state.research.highlights.get(actor.workspace, highlight)
  if (stored?.note !== id) throw new Refusal('highlight_not_found')
  return stored
}

async function put(actor: Actor, wend: Wend, highlight: StoredHighlight): Promise<Highlight> {
  await wend.state.research.highlights.put(actor.workspace, highlight)
  return presentHighlight(highlight)
}
