import type { Kysely } from 'kysely'
import { noteStore, type NoteStore } from './note-store.ts'
import { highlightStore, type HighlightStore } from './highlight-store.ts'
import { researchTagStore, type ResearchTagStore } from './research-tag-store.ts'
import type { Tables } from './tables.ts'

/** Research notes, their highlights and tags. */
export interface ResearchStore {
  readonly notes: NoteStore
  readonly highlights: HighlightStore
  readonly tags: ResearchTagStore
  /** Remembers that a highlight of the note was put on the map. */
  addUse(workspace: number, note: string, map: string): Promise<void>
  /** Maps of which one may hold highlights of the note: those remembered, and those whose stored copy names the note. At most 200. */
  mapsNaming(workspace: number, note: string): Promise<readonly string[]>
}

export function researchStore(db: Kysely<Tables>): ResearchStore {
  return {
    notes: noteStore(db),
    highlights: highlightStore(db),
    tags: researchTagStore(db),
    async addUse(workspace, note, map) {
      await db
        .insertInto('research_uses')
        .values({ workspace, note, map })
        .onConflict((conflict) => conflict.columns(['workspace', 'note', 'map']).doNothing())
        .execute()
    },
    async mapsNaming(workspace, note) {
      const remembered = db.selectFrom('research_uses').select('map').where('workspace', '=', workspace).where('note', '=', note)
      const rows = await db
        .selectFrom('maps')
        .select('id')
        .where('workspace', '=', workspace)
        .where('deleted_at', 'is', null)
        .where((e) => e.or([e('id', 'in', remembered), e('map_json', 'like', `%"note":"${note}"%`)]))
        .orderBy('changed_at', 'desc')
        .limit(200)
        .execute()
      return rows.map((row) => row.id)
    },
  }
}
