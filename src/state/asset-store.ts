import type { Kysely } from 'kysely'
import { asNumber } from './as-number.ts'
import type { Tables } from './tables.ts'

export type AssetType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif'
export interface StoredAsset {
  /** SHA-256 of the picture's bytes. */
  readonly id: string
  readonly type: AssetType
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly at: number
  readonly by: string
}

export interface AssetStore {
  /** Adds it, or returns the one of the same bytes that the workspace has already. */
  add(workspace: number, asset: StoredAsset): Promise<StoredAsset>
  get(workspace: number, id: string): Promise<StoredAsset | undefined>
}

export function assetStore(db: Kysely<Tables>): AssetStore {
  const get: AssetStore['get'] = async (workspace, id) => {
    const row = await db.selectFrom('assets').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst()
    return row && toAsset(row)
  }
  return {
    async add(workspace, asset) {
      const { id, type, width, height, bytes, at, by } = asset
      await db
        .insertInto('assets')
        .values({ workspace, id, type, width, height, bytes, added_at: at, added_by: by })
        .onConflict((conflict) => conflict.columns(['workspace', 'id']).doNothing())
        .execute()
      return (await get(workspace, id)) ?? asset
    },
    get,
  }
}

const toAsset = (row: Tables['assets']): StoredAsset => ({
  id: row.id,
  type: row.type as AssetType,
  width: asNumber(row.width),
  height: asNumber(row.height),
  bytes: asNumber(row.bytes),
  at: asNumber(row.added_at),
  by: row.added_by,
})
