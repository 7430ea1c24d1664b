import type { Kysely } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import { containing } from './containing.ts'
import { tagsOf, writeTags } from './research-tag-store.ts'
import type { Paged, PageOf } from './state-store.ts'
import type { Tables } from './tables.ts'

/** A marked part of a note, with its words kept beside it. */
export interface StoredHighlight {
  readonly id: string
  readonly note: string
  /** UTF-16 offsets into the note's text, where they were last while `lost`. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly tags: readonly string[]
  readonly colour: string
  /** The note's text was changed and no longer has these words. */
  readonly lost: boolean
  /** Milliseconds from the start of the recording. */
  readonly saidAt: number | null
  readonly at: number
  readonly by: string
  readonly removedAt: number | null
}
export interface FoundHighlight extends StoredHighlight {
  readonly noteTitle: string
}
export interface HighlightFilter extends PageOf {
  /** In lower case. */
  readonly words?: string | undefined
  readonly tag?: string | undefined
}

export interface HighlightStore {
  /** Living highlights of living notes, newest first. */
  search(workspace: number, filter: HighlightFilter): Promise<Paged<FoundHighlight>>
  /** Living highlights of a note in the order of the text. */
  ofNote(workspace: number, note: string): Promise<readonly StoredHighlight[]>
  /** Also one that was removed. */
  get(workspace: number, id: string): Promise<StoredHighlight | undefined>
  /** Adds or replaces. */
  put(workspace: number, highlight: StoredHighlight): Promise<void>
}

export function highlightStore(db: Kysely<Tables>): HighlightStore {
  const tagged = async (workspace: number, rows: readonly Tables['research_highlights'][]): Promise<readonly StoredHighlight[]> => {
    const tags = await tagsOf(db, workspace, { highlights: rows.map((row) => row.id) })
    return rows.map((row) => toHighlight(row, tags.get(row.id) ?? []))
  }
  const of = (workspace: number) => db.selectFrom('research_highlights').selectAll().where('workspace', '=', workspace)
  return {
    async search(workspace, { limit, offset, words, tag }) {
      let wanted = db
        .selectFrom('research_highlights as h')
        .innerJoin('research_notes as n', (join) => join.onRef('n.workspace', '=', 'h.workspace').onRef('n.id', '=', 'h.note'))
        .where('h.workspace', '=', workspace)
        .where('h.removed_at', 'is', null)
        .where('n.removed_at', 'is', null)
      if (words !== undefined)
        wanted = wanted.where((e) => e.or([containing(e.ref('h.search'), words), containing(e.ref('n.search'), words)]))
      if (tag !== undefined)
        wanted = wanted.where('h.id', 'in', (e) =>
          e.selectFrom('research_tags').select('highlight').where('workspace', '=', workspace).where('tag', '=', tag),
        )
      const { total } = await wanted.select((e) => e.fn.countAll().as('total')).executeTakeFirstOrThrow()
      const rows = await wanted
        .selectAll('h')
        .select('n.title as noteTitle')
        .orderBy('h.added_at', 'desc')
        .orderBy('h.id')
        .limit(limit)
        .offset(offset)
        .execute()
      const found = await tagged(workspace, rows)
      return { total: asNumber(total), rows: found.map((one, index) => ({ ...one, noteTitle: rows[index]?.noteTitle ?? '' })) }
    },
    async ofNote(workspace, note) {
      const rows = await of(workspace)
        .where('note', '=', note)
        .where('removed_at', 'is', null)
        .orderBy('span_from')
        .orderBy('id')
        .limit(5000)
        .execute()
      return tagged(workspace, rows)
    },
    async get(workspace, id) {
      const row = await of(workspace).where('id', '=', id).executeTakeFirst()
      return row && (await tagged(workspace, [row]))[0]
    },
    async put(workspace, highlight) {
      const { id, note, at, by } = highlight
      const changing = fromHighlight(highlight)
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('research_highlights')
          .values({ workspace, id, note, ...changing, added_at: at, added_by: by })
          .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(changing))
          .execute()
        await writeTags(transaction, { workspace, note, highlight: id }, highlight.tags)
      })
    },
  }
}

const fromHighlight = ({ from, to, text, saidAt, colour, lost, removedAt }: StoredHighlight) => ({
  span_from: from,
  span_to: to,
  quote: text,
  search: text.toLowerCase(),
  said_at: saidAt,
  colour,
  lost: lost ? 1 : 0,
  removed_at: removedAt,
})

export const toHighlight = (row: Tables['research_highlights'], tags: readonly string[]): StoredHighlight => ({
  id: row.id,
  note: row.note,
  from: asNumber(row.span_from),
  to: asNumber(row.span_to),
  text: row.quote,
  tags,
  colour: row.colour,
  lost: asNumber(row.lost) === 1,
  saidAt: asNumberOrNull(row.said_at),
  at: asNumber(row.added_at),
  by: row.added_by,
  removedAt: asNumberOrNull(row.removed_at),
})
