import type { Kysely } from 'kysely'
import { asNumber } from './as-number.ts'
import type { Tables } from './tables.ts'

export interface TagCount {
  readonly tag: string
  readonly notes: number
  readonly highlights: number
}

export interface ResearchTagStore {
  /** Tags with how many living notes and highlights carry them, by name; at most `limit`. */
  list(workspace: number, limit: number): Promise<readonly TagCount[]>
  /** Gives everything tagged `from` the tag `to` instead; what had both keeps one. False when nothing had it. */
  rename(workspace: number, from: string, to: string): Promise<boolean>
}

export function researchTagStore(db: Kysely<Tables>): ResearchTagStore {
  return {
    async list(workspace, limit) {
      const rows = await db
        .selectFrom('research_tags as t')
        .innerJoin('research_notes as n', (join) => join.onRef('n.workspace', '=', 't.workspace').onRef('n.id', '=', 't.note'))
        .leftJoin('research_highlights as h', (join) => join.onRef('h.workspace', '=', 't.workspace').onRef('h.id', '=', 't.highlight'))
        .select((e) => ['t.tag', e.fn.count('h.id').as('highlights'), e.fn.countAll().as('all')])
        .where('t.workspace', '=', workspace)
        .where('n.removed_at', 'is', null)
        .where('h.removed_at', 'is', null)
        .groupBy('t.tag')
        .orderBy('t.tag')
        .limit(limit)
        .execute()
      return rows.map(({ tag, highlights, all }) => ({
        tag,
        highlights: asNumber(highlights),
        notes: asNumber(all) - asNumber(highlights),
      }))
    },
    async rename(workspace, from, to) {
      return db.transaction().execute(async (transaction) => {
        const having = transaction.selectFrom('research_tags').selectAll().where('workspace', '=', workspace).where('tag', '=', from)
        const rows = await having.execute()
        if (from !== to)
          for (const row of rows)
            await transaction
              .insertInto('research_tags')
              .values({ ...row, tag: to })
              .onConflict((conflict) => conflict.columns(['workspace', 'note', 'highlight', 'tag']).doNothing())
              .execute()
        if (from !== to) await transaction.deleteFrom('research_tags').where('workspace', '=', workspace).where('tag', '=', from).execute()
        return rows.length > 0
      })
    },
  }
}

interface Tagged {
  readonly workspace: number
  readonly note: string
  readonly highlight: string
}

export async function writeTags(db: Kysely<Tables>, of: Tagged, tags: readonly string[]): Promise<void> {
  const { workspace, note, highlight } = of
  await db
    .deleteFrom('research_tags')
    .where('workspace', '=', workspace)
    .where('note', '=', note)
    .where('highlight', '=', highlight)
    .execute()
  for (const tag of new Set(tags)) await db.insertInto('research_tags').values({ workspace, note, highlight, tag }).execute()
}

/** Tags by name, of notes' own or of highlights, by their ids. */
export async function tagsOf(
  db: Kysely<Tables>,
  workspace: number,
  of: { readonly notes: readonly string[] } | { readonly highlights: readonly string[] },
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = 'notes' in of ? of.notes : of.highlights
  const found = new Map<string, string[]>()
  // A statement holds only so many values.
  for (let at = 0; at < ids.length; at += 500) {
    const some = ids.slice(at, at + 500)
    const all = db.selectFrom('research_tags').selectAll().where('workspace', '=', workspace)
    const wanted = 'notes' in of ? all.where('note', 'in', some).where('highlight', '=', '') : all.where('highlight', 'in', some)
    for (const row of await wanted.orderBy('tag').execute()) {
      const key = 'notes' in of ? row.note : row.highlight
      found.set(key, [...(found.get(key) ?? []), row.tag])
    }
  }
  return found
}
