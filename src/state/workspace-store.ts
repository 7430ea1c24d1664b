import type { Kysely } from 'kysely'
import type { WorkspaceStore } from './state-store.ts'
import type { Tables } from './tables.ts'

export function workspaceStore(db: Kysely<Tables>): WorkspaceStore {
  return {
    async ensure(workspace, owner, at) {
      await db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('workspaces')
          .values({ id: workspace.id, name: workspace.name, created_at: at })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        await transaction
          .insertInto('people')
          .values({ workspace: workspace.id, id: owner.id, name: owner.name, role: owner.role })
          .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
          .execute()
      })
    },
    async get(workspace) {
      return db.selectFrom('workspaces').select(['id', 'name']).where('id', '=', workspace).executeTakeFirst()
    },
  }
}
