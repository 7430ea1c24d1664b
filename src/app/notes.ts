import type { ChangeNote, NewNote, NoteAbout, NoteRecord, NoteSummary } from '../contract/research.ts'
import { moveSpan } from '../sources/move-spans.ts'
import { timeAt } from '../sources/transcript-line.ts'
import type { StoredHighlight } from '../state/highlight-store.ts'
import type { NoteFilter, StoredNote, StoredNoteLine } from '../state/note-store.ts'
import type { Paged } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import { collectBytes } from './collect-bytes.ts'
import { presentHighlight } from './present-highlight.ts'
import { demand } from './permission.ts'
import { checkNote, largestNoteFile, readNoteFile, readPastedNote, type NoteFile } from './read-note-file.ts'
import { Refusal } from './refusal.ts'
import { usesOfNote } from './uses-of-note.ts'
import type { Wend } from './wend.ts'

/** Research notes, last changed first. */
export async function listNotes(actor: Actor, wend: Wend, filter: NoteFilter): Promise<Paged<NoteSummary>> {
  demand(actor, 'look')
  const { total, rows } = await wend.state.research.notes.list(actor.workspace, { ...filter, words: filter.words?.toLowerCase() })
  return { total, rows: rows.map(presentLine) }
}

/** Refuses with `note_not_found`. */
export async function getNote(actor: Actor, wend: Wend, id: string): Promise<NoteRecord> {
  demand(actor, 'look')
  return present(actor, wend, await living(actor, wend, id))
}

/** Refuses with `note_unreadable` or `note_too_large`. */
export async function addNote(actor: Actor, wend: Wend, { text, format, tags, ...about }: NewNote): Promise<NoteRecord> {
  demand(actor, 'edit-workspace')
  const read = readPastedNote(text, format)
  return add(actor, wend, { about: { ...about, format: read.format }, tags, text: read.text })
}

/** A note from a file, called as the file. Refuses with `note_unreadable` or `note_too_large`. */
export async function uploadNote(
  actor: Actor,
  wend: Wend,
  { name, bytes }: { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> },
): Promise<NoteRecord> {
  demand(actor, 'edit-workspace')
  const all = await collectBytes(bytes, largestNoteFile)
  if (!all)
    throw new Refusal('note_too_large', `"${name}" is larger than 10 MB. A note holds 2 MB of text: split it, or leave its pictures out.`)
  const { text, format } = await readNoteFile(name, all)
  const title =
    (name.split(/[/\\]/).at(-1) ?? '')
      .replace(/\.[A-Za-z0-9]{1,8}$/, '')
      .replaceAll('_', ' ')
      .trim() || 'Note'
  const kind = format === 'transcript' ? 'interview' : 'document'
  const about: NoteAbout = { title: title.slice(0, 200), kind, participant: '', persona: null, date: '', language: '', format }
  return add(actor, wend, { about, tags: [], text })
}

/**
 * Changes what is given; highlights stay on their words, and one whose words are gone is marked as lost and keeps them.
 * Refuses with `note_not_found`, `note_changed`, `note_unreadable` or `note_too_large`.
 */
export async function changeNote(actor: Actor, wend: Wend, { id, ...change }: ChangeNote & { readonly id: string }): Promise<NoteRecord> {
  demand(actor, 'edit-workspace')
  const { text, tags, revision, ...about } = change
  const checked = text === undefined ? undefined : checkNote(text)
  const stored = await wend.state.research.notes.change(actor.workspace, id, (note, highlights) => {
    if (note.removedAt !== null) throw new Refusal('note_not_found')
    if (checked !== undefined && checked !== note.text && revision !== note.revision) throw new Refusal('note_changed')
    const after = checked ?? note.text
    const next: StoredNote = {
      ...note,
      title: about.title ?? note.title,
      about: { ...(note.about as NoteAbout), ...about },
      tags: tags ?? note.tags,
      text: after,
      characters: after.length,
      revision: after === note.text ? note.revision : note.revision + 1,
      changedAt: wend.world.now(),
      changedBy: actor.person.name,
    }
    const moved = after === note.text ? [] : highlights.map((highlight) => movedTo(highlight, note.text, after))
    return { note: next, search: searchOf(next), moved }
  })
  if (!stored) throw new Refusal('note_not_found')
  return getNote(actor, wend, id)
}

/** Hides a note until it is restored. Refuses with `note_not_found`. */
export async function removeNote(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'edit-workspace')
  await living(actor, wend, id)
  await setRemoved(actor, wend, { id, removedAt: wend.world.now() })
}

/** Brings a removed note back. Refuses with `note_not_found`. */
export async function restoreNote(actor: Actor, wend: Wend, id: string): Promise<NoteRecord> {
  demand(actor, 'edit-workspace')
  await setRemoved(actor, wend, { id, removedAt: null })
  return getNote(actor, wend, id)
}

/** Refuses with `note_not_found` when there is none, or it was removed. */
export async function living(actor: Actor, wend: Wend, id: string): Promise<StoredNote> {
  const note = await wend.state.research.notes.get(actor.workspace, id)
  if (!note || note.removedAt !== null) throw new Refusal('note_not_found')
  return note
}

interface NewlyRead {
  readonly about: NoteAbout
  readonly tags: readonly string[]
  readonly text: NoteFile['text']
}

async function add(actor: Actor, wend: Wend, { about, tags, text }: NewlyRead): Promise<NoteRecord> {
  const now = wend.world.now()
  const by = actor.person.name
  const counts = { characters: text.length, highlights: 0, revision: 1 }
  const when = { addedAt: now, addedBy: by, changedAt: now, changedBy: by, removedAt: null }
  const note: StoredNote = { id: wend.world.newId(), title: about.title, about, tags, text, ...counts, ...when }
  await wend.state.research.notes.add(actor.workspace, note, searchOf(note))
  return getNote(actor, wend, note.id)
}

async function setRemoved(actor: Actor, wend: Wend, { id, removedAt }: Pick<StoredNote, 'id' | 'removedAt'>): Promise<void> {
  const done = await wend.state.research.notes.change(actor.workspace, id, (note) => ({
    note: { ...note, removedAt, changedAt: wend.world.now(), changedBy: actor.person.name },
    search: searchOf(note),
    moved: [],
  }))
  if (!done) throw new Refusal('note_not_found')
}

/** A lost highlight is looked for again by its words: an undone edit finds it. */
function movedTo(highlight: StoredHighlight, before: string, after: string): StoredHighlight {
  const span = highlight.lost ? found(after, highlight.text) : moveSpan(before, after, highlight)
  if (!span) return { ...highlight, lost: true }
  return { ...highlight, ...span, lost: false, saidAt: timeAt(after, span.from) ?? null }
}

function found(text: string, words: string): { readonly from: number; readonly to: number } | undefined {
  const from = text.indexOf(words)
  return from < 0 ? undefined : { from, to: from + words.length }
}

const searchOf = ({ title, about }: StoredNote): string => `${title}\n${(about as NoteAbout).participant}`.toLowerCase()

function presentLine({ about, ...line }: StoredNoteLine): NoteSummary {
  return { ...line, ...(about as NoteAbout), title: line.title, tags: [...line.tags] }
}

async function present(actor: Actor, wend: Wend, note: StoredNote): Promise<NoteRecord> {
  const { text, ...line } = note
  const marks = await wend.state.research.highlights.ofNote(actor.workspace, note.id)
  const uses = await usesOfNote(wend, actor.workspace, note.id)
  return { ...presentLine(line), text, marks: marks.map(presentHighlight), uses: [...uses] }
}
