import type { Kysely, Transaction } from 'kysely'
import { asNumber } from './as-number.ts'
import type { PageOf, Paged, WorkspaceNumber } from './state-store.ts'
import type { Tables } from './tables.ts'

/** One update of a map, as its author sent it and in the order in which it was stored. */
export interface LoggedUpdate {
  readonly workspace: WorkspaceNumber
  readonly map: string
  /** 1, 2, 3 … in each map. */
  readonly number: number
  readonly at: number
  readonly by: string
  readonly data: Uint8Array
  /** Ids of what it touched. */
  readonly touched: unknown
}

/** Everything needed to open a map: a state and the updates after it, in order. */
export interface StoredMapLog {
  readonly state: Uint8Array
  readonly updates: readonly Uint8Array[]
  /** Number of the last update; 0 when there is none yet. */
  readonly number: number
  readonly at: number | null
  readonly by: string | null
}

/** An update without its bytes: who touched what and when. */
export interface MapActivity {
  readonly number: number
  readonly at: number
  readonly by: string
  readonly touched: unknown
}

/** The updates of maps. What `append` has returned for is on disk. */
export interface MapLogStore {
  /** All or none. Rejects when a number is taken already, and with the driver's error when the disk is full. */
  append(updates: readonly LoggedUpdate[]): Promise<void>
  /** Undefined when the map was never opened. */
  load(workspace: WorkspaceNumber, map: string): Promise<StoredMapLog | undefined>
  /** Writes the first state; one that is there already stays. */
  start(workspace: WorkspaceNumber, map: string, state: Uint8Array): Promise<void>
  /** Replaces the updates up to `number` by a state that holds them; who touched what stays. */
  compact(workspace: WorkspaceNumber, map: string, merged: { readonly state: Uint8Array; readonly number: number }): Promise<void>
  /** Number of the last update; 0 when there is none. */
  last(workspace: WorkspaceNumber, map: string): Promise<number>
  /** Maps whose copy in the list is older than their log. */
  behind(): Promise<readonly { readonly workspace: WorkspaceNumber; readonly map: string }[]>
  /** Newest first. */
  activity(workspace: WorkspaceNumber, map: string, page: PageOf): Promise<Paged<MapActivity>>
}

export function mapLogStore(db: Kysely<Tables>): MapLogStore {
  const updatesOf = (workspace: number, map: string) =>
    db.selectFrom('map_updates').where('workspace', '=', workspace).where('map', '=', map)
  return {
    async append(updates) {
      const rows = updates.map(({ touched, ...row }) => ({ ...row, touched_json: JSON.stringify(touched) }))
      await db.transaction().execute((transaction) => insert(transaction, rows))
    },
    load: (workspace, map) => db.transaction().execute((transaction) => load(transaction, workspace, map)),
    async start(workspace, map, state) {
      await db
        .insertInto('map_states')
        .values({ workspace, map, number: 0, state })
        .onConflict((conflict) => conflict.columns(['workspace', 'map']).doNothing())
        .execute()
    },
    async compact(workspace, map, { state, number }) {
      await db.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('map_states')
          .set({ state, number })
          .where('workspace', '=', workspace)
          .where('map', '=', map)
          .where('number', '<', number)
          .executeTakeFirstOrThrow()
        if (numUpdatedRows === 0n) return
        await transaction
          .updateTable('map_updates')
          .set({ data: null })
          .where('workspace', '=', workspace)
          .where('map', '=', map)
          .where('number', '<=', number)
          .where('data', 'is not', null)
          .execute()
      })
    },
    async last(workspace, map) {
      const row = await updatesOf(workspace, map)
        .select((e) => e.fn.max('number').as('last'))
        .executeTakeFirstOrThrow()
      return asNumber(row.last ?? 0)
    },
    async behind() {
      const rows = await db
        .selectFrom('maps')
        .innerJoin('map_updates', (join) =>
          join.onRef('map_updates.workspace', '=', 'maps.workspace').onRef('map_updates.map', '=', 'maps.id'),
        )
        .whereRef('map_updates.number', '>', 'maps.log_number')
        .where('maps.deleted_at', 'is', null)
        .select(['maps.workspace as workspace', 'maps.id as map'])
        .distinct()
        .execute()
      return rows.map(({ workspace, map }) => ({ workspace: asNumber(workspace), map }))
    },
    async activity(workspace, map, page) {
      const { total } = await updatesOf(workspace, map)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await updatesOf(workspace, map)
        .select(['number', 'at', 'by', 'touched_json'])
        .orderBy('number', 'desc')
        .limit(page.limit)
        .offset(page.offset)
        .execute()
      return {
        total: asNumber(total),
        rows: rows.map((row) => ({
          number: asNumber(row.number),
          at: asNumber(row.at),
          by: row.by,
          touched: JSON.parse(row.touched_json) as unknown,
        })),
      }
    },
  }
}

/** Rows of one statement: SQLite takes at most 32,766 values in one. */
const rowsAtOnce = 1000

async function insert(transaction: Transaction<Tables>, rows: readonly Tables['map_updates'][]): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await transaction
      .insertInto('map_updates')
      .values(rows.slice(from, from + rowsAtOnce))
      .execute()
}

async function load(transaction: Transaction<Tables>, workspace: number, map: string): Promise<StoredMapLog | undefined> {
  const first = await transaction
    .selectFrom('map_states')
    .select(['state', 'number'])
    .where('workspace', '=', workspace)
    .where('map', '=', map)
    .executeTakeFirst()
  if (!first) return undefined
  const updatesOf = transaction.selectFrom('map_updates').where('workspace', '=', workspace).where('map', '=', map)
  const rows = await updatesOf.select(['number', 'data']).where('number', '>', first.number).orderBy('number').execute()
  const last = await updatesOf.select(['number', 'at', 'by']).orderBy('number', 'desc').limit(1).executeTakeFirst()
  const updates = rows.map(({ number, data }) => {
    if (data === null) throw new Error(`update ${number} of map ${map} has lost its bytes`)
    return data
  })
  return { state: first.state, updates, number: asNumber(last?.number ?? 0), at: last ? asNumber(last.at) : null, by: last?.by ?? null }
}
