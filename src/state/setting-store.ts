import type { Kysely } from 'kysely'
import type { WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

/** What a workspace has decided about itself, by name. */
export interface SettingStore {
  /** Only what was decided; the rest is as Wend comes. */
  all(workspace: WorkspaceNumber): Promise<Readonly<Record<string, unknown>>>
  put(workspace: WorkspaceNumber, name: string, value: unknown): Promise<void>
}

export function settingStore(db: Kysely<Tables>): SettingStore {
  return {
    async all(workspace) {
      const rows = await db.selectFrom('settings').select(['name', 'value_json']).where('workspace', '=', workspace).execute()
      return Object.fromEntries(rows.map((row) => [row.name, JSON.parse(row.value_json) as unknown]))
    },
    async put(workspace, name, value) {
      const value_json = JSON.stringify(value)
      await db
        .insertInto('settings')
        .values({ workspace, name, value_json })
        .onConflict((conflict) => conflict.columns(['workspace', 'name']).doUpdateSet({ value_json }))
        .execute()
    },
  }
}
