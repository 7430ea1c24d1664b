import type { Kysely, Transaction } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

/** A touchpoint of the library as it is kept. */
export interface StoredTouchpoint<Body = unknown> {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly body: Body
  readonly changedAt: number
  readonly changedBy: string
  /** UTC ms; null while it lives. */
  readonly removedAt: number | null
}

export interface TouchpointStore {
  /** All that live, in order; `limit` at the most. */
  list(workspace: WorkspaceNumber, limit: number): Promise<readonly StoredTouchpoint[]>
  get(workspace: WorkspaceNumber, id: string): Promise<StoredTouchpoint | undefined>
  /**
   * Runs `next` on all that live and writes what it returns, in one transaction: a name stays unique and an order whole.
   * What `next` throws undoes it.
   */
  change(
    workspace: WorkspaceNumber,
    next: (living: readonly StoredTouchpoint[]) => readonly StoredTouchpoint[],
  ): Promise<readonly StoredTouchpoint[]>
}

export function touchpointStore(db: Kysely<Tables>): TouchpointStore {
  const living = (on: Kysely<Tables> | Transaction<Tables>, workspace: number) =>
    on
      .selectFrom('touchpoints')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('removed_at', 'is', null)
      .orderBy('position')
      .orderBy('id')
  return {
    async list(workspace, limit) {
      return (await living(db, workspace).limit(limit).execute()).map(toTouchpoint)
    },
    async get(workspace, id) {
      const row = await db.selectFrom('touchpoints').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst()
      return row && toTouchpoint(row)
    },
    async change(workspace, next) {
      return db.transaction().execute(async (transaction) => {
        // The row of the workspace is the lock of its library.
        await transaction
          .updateTable('workspaces')
          .set((e) => ({ name: e.ref('name') }))
          .where('id', '=', workspace)
          .execute()
        const written = next((await living(transaction, workspace).execute()).map(toTouchpoint))
        for (const touchpoint of written) {
          const { id, ...values } = fromTouchpoint(touchpoint)
          await transaction
            .insertInto('touchpoints')
            .values({ workspace, id, ...values })
            .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
            .execute()
        }
        return written
      })
    },
  }
}

const fromTouchpoint = (touchpoint: StoredTouchpoint) => ({
  id: touchpoint.id,
  position: touchpoint.position,
  name: touchpoint.name,
  touchpoint_json: JSON.stringify(touchpoint.body),
  changed_at: touchpoint.changedAt,
  changed_by: touchpoint.changedBy,
  removed_at: touchpoint.removedAt,
})

const toTouchpoint = (row: Tables['touchpoints']): StoredTouchpoint => ({
  id: row.id,
  position: asNumber(row.position),
  name: row.name,
  body: JSON.parse(row.touchpoint_json) as unknown,
  changedAt: asNumber(row.changed_at),
  changedBy: row.changed_by,
  removedAt: asNumberOrNull(row.removed_at),
})
