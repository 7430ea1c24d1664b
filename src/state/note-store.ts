import type { Kysely, Transaction } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import { toHighlight, type StoredHighlight } from './highlight-store.ts'
import { containing } from './containing.ts'
import { tagsOf, writeTags } from './research-tag-store.ts'
import type { Paged, PageOf } from './state-store.ts'
import type { Tables } from './tables.ts'

/** What a note says about itself; its shape is its caller's business. */
export interface StoredNoteLine<About = unknown> {
  readonly id: string
  readonly title: string
  readonly about: About
  readonly tags: readonly string[]
  readonly characters: number
  /** Living highlights; counted on reading. */
  readonly highlights: number
  /** Grows with every change of the text. */
  readonly revision: number
  readonly addedAt: number
  readonly addedBy: string
  readonly changedAt: number
  readonly changedBy: string
  readonly removedAt: number | null
}
export interface StoredNote<About = unknown> extends StoredNoteLine<About> {
  readonly text: string
}
export interface NoteFilter extends PageOf {
  readonly removed: boolean
  /** In lower case; found in title and participant. */
  readonly words?: string | undefined
  readonly tag?: string | undefined
}

export interface NoteStore {
  /** Last changed first. */
  list(workspace: number, filter: NoteFilter): Promise<Paged<StoredNoteLine>>
  get(workspace: number, id: string): Promise<StoredNote | undefined>
  /** `search` is what the note is found by, in lower case. */
  add(workspace: number, note: StoredNote, search: string): Promise<void>
  /**
   * Reads, changes and writes a note with all its highlights in one transaction; `next` may throw to change nothing.
   * Undefined when there is no such note.
   */
  change(
    workspace: number,
    id: string,
    next: (note: StoredNote, highlights: readonly StoredHighlight[]) => NoteChange,
  ): Promise<StoredNote | undefined>
}
export interface NoteChange {
  readonly note: StoredNote
  readonly search: string
  /** Highlights that stand elsewhere now. */
  readonly moved: readonly StoredHighlight[]
}

const lineColumns = [
  'id',
  'title',
  'about_json',
  'characters',
  'revision',
  'added_at',
  'added_by',
  'changed_at',
  'changed_by',
  'removed_at',
] as const

export function noteStore(db: Kysely<Tables>): NoteStore {
  const get = async (from: Kysely<Tables>, workspace: number, id: string): Promise<StoredNote | undefined> => {
    const row = await from
      .selectFrom('research_notes')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) return undefined
    const [line] = await withCounts(from, workspace, [row])
    return line && { ...line, text: row.text }
  }
  return {
    async list(workspace, { limit, offset, removed, words, tag }) {
      let wanted = db
        .selectFrom('research_notes')
        .where('workspace', '=', workspace)
        .where('removed_at', removed ? 'is not' : 'is', null)
      if (words !== undefined) wanted = wanted.where((e) => containing(e.ref('search'), words))
      if (tag !== undefined)
        wanted = wanted.where('id', 'in', (e) =>
          e.selectFrom('research_tags').select('note').where('workspace', '=', workspace).where('tag', '=', tag),
        )
      const { total } = await wanted.select((e) => e.fn.countAll().as('total')).executeTakeFirstOrThrow()
      const rows = await wanted.select(lineColumns).orderBy('changed_at', 'desc').orderBy('id').limit(limit).offset(offset).execute()
      return { total: asNumber(total), rows: await withCounts(db, workspace, rows) }
    },
    get: (workspace, id) => get(db, workspace, id),
    async add(workspace, note, search) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('research_notes')
          .values({ workspace, ...fromNote(note, search), added_at: note.addedAt, added_by: note.addedBy })
          .execute()
        await writeTags(transaction, { workspace, note: note.id, highlight: '' }, note.tags)
      })
    },
    async change(workspace, id, next) {
      return db.transaction().execute(async (transaction) => {
        const note = await get(transaction, workspace, id)
        if (!note) return undefined
        const rows = await transaction
          .selectFrom('research_highlights')
          .selectAll()
          .where('workspace', '=', workspace)
          .where('note', '=', id)
          .execute()
        const changed = next(
          note,
          rows.map((row) => toHighlight(row, [])),
        )
        const { id: _id, ...values } = fromNote(changed.note, changed.search)
        await transaction.updateTable('research_notes').set(values).where('workspace', '=', workspace).where('id', '=', id).execute()
        await writeTags(transaction, { workspace, note: id, highlight: '' }, changed.note.tags)
        for (const highlight of changed.moved) await move(transaction, workspace, highlight)
        return changed.note
      })
    },
  }
}

async function move(transaction: Transaction<Tables>, workspace: number, { id, from, to, lost, saidAt }: StoredHighlight): Promise<void> {
  await transaction
    .updateTable('research_highlights')
    .set({ span_from: from, span_to: to, lost: lost ? 1 : 0, said_at: saidAt })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute()
}

const fromNote = (note: StoredNote, search: string) => ({
  id: note.id,
  title: note.title,
  search,
  about_json: JSON.stringify(note.about),
  text: note.text,
  characters: note.text.length,
  revision: note.revision,
  changed_at: note.changedAt,
  changed_by: note.changedBy,
  removed_at: note.removedAt,
})

type Row = Pick<Tables['research_notes'], (typeof lineColumns)[number]>

async function withCounts(db: Kysely<Tables>, workspace: number, rows: readonly Row[]): Promise<readonly StoredNoteLine[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.id)
  const counts = await db
    .selectFrom('research_highlights')
    .select((e) => ['note', e.fn.countAll().as('n')])
    .where('workspace', '=', workspace)
    .where('note', 'in', ids)
    .where('removed_at', 'is', null)
    .groupBy('note')
    .execute()
  const tags = await tagsOf(db, workspace, { notes: ids })
  const countOf = new Map(counts.map(({ note, n }) => [note, asNumber(n)]))
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    about: JSON.parse(row.about_json) as unknown,
    tags: tags.get(row.id) ?? [],
    characters: asNumber(row.characters),
    highlights: countOf.get(row.id) ?? 0,
    revision: asNumber(row.revision),
    addedAt: asNumber(row.added_at),
    addedBy: row.added_by,
    changedAt: asNumber(row.changed_at),
    changedBy: row.changed_by,
    removedAt: asNumberOrNull(row.removed_at),
  }))
}
