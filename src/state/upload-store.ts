import type { Kysely } from 'kysely'
import { asNumber } from './as-number.ts'
import type { UploadStore } from './state-store.ts'
import type { Tables } from './tables.ts'

export function uploadStore(db: Kysely<Tables>): UploadStore {
  return {
    async add(workspace, { id, name, bytes, at, by }) {
      await db.insertInto('uploads').values({ workspace, id, name, bytes, uploaded_at: at, uploaded_by: by }).execute()
    },
    async get(workspace, id) {
      const row = await db.selectFrom('uploads').selectAll().where('workspace', '=', workspace).where('id', '=', id).executeTakeFirst()
      return row && { id: row.id, name: row.name, bytes: asNumber(row.bytes), at: asNumber(row.uploaded_at), by: row.uploaded_by }
    },
    async remove(workspace, id) {
      await db.deleteFrom('uploads').where('workspace', '=', workspace).where('id', '=', id).execute()
    },
    async has(id) {
      return (await db.selectFrom('uploads').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
    },
    async olderThan(before) {
      return db
        .selectFrom('uploads')
        .select(['workspace', 'id'])
        .where('uploaded_at', '<', before)
        .orderBy('uploaded_at')
        .limit(1000)
        .execute()
    },
  }
}
