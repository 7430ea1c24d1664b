import type { Kysely } from 'kysely'
import type { JourneyMap } from '../journey/map.ts'
import type { WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

export interface MentionStore {
  /**
   * Maps whose stored copy, as JSON, may hold this text: SQLite takes any capitals for it, and `%`, `_` and `\` stand for
   * any character, so the caller looks at what it gets. At most 1,000, last changed first.
   */
  maps(workspace: WorkspaceNumber, text: string): Promise<readonly { readonly id: string; readonly map: JourneyMap }[]>
}

const most = 1000

export function mentionStore(db: Kysely<Tables>): MentionStore {
  return {
    async maps(workspace, text) {
      const rows = await db
        .selectFrom('maps')
        .select(['id', 'map_json'])
        .where('workspace', '=', workspace)
        .where('deleted_at', 'is', null)
        .where('map_json', 'like', `%${text.replace(/[\\%_]/g, '_')}%`)
        .orderBy('changed_at', 'desc')
        .orderBy('id')
        .limit(most)
        .execute()
      return rows.map((row) => ({ id: row.id, map: JSON.parse(row.map_json) as JourneyMap }))
    },
  }
}
