import { sql, type Kysely } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { NotificationStore, StoredNotification, StoredTarget } from './stored-comments.ts'
import type { Tables } from './tables.ts'

export function notificationStore(db: Kysely<Tables>): NotificationStore {
  const of = (workspace: number, person: number) =>
    db.selectFrom('notifications').where('notifications.workspace', '=', workspace).where('notifications.person', '=', person)
  return {
    async list(workspace, person, { limit, offset }) {
      const { total } = await of(workspace, person)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await withText(of(workspace, person))
        .orderBy(sql`case when notifications.read_at is null then 0 else 1 end`)
        .orderBy('notifications.created_at', 'desc')
        .orderBy('notifications.id')
        .limit(limit)
        .offset(offset)
        .execute()
      return { total: asNumber(total), rows: rows.map(toNotification) }
    },
    async unread(workspace, person) {
      const { total } = await of(workspace, person)
        .where('read_at', 'is', null)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      return asNumber(total)
    },
    async mark(workspace, person, { id, readAt }) {
      const { numUpdatedRows } = await db
        .updateTable('notifications')
        .set({ read_at: readAt })
        .where('workspace', '=', workspace)
        .where('person', '=', person)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
    async markAll(workspace, person, at) {
      await db
        .updateTable('notifications')
        .set({ read_at: at })
        .where('workspace', '=', workspace)
        .where('person', '=', person)
        .where('read_at', 'is', null)
        .execute()
    },
  }
}

type Mine = ReturnType<typeof startOf>
const startOf = (db: Kysely<Tables>) => db.selectFrom('notifications')

const withText = (mine: Mine) =>
  mine
    .innerJoin('threads', (join) =>
      join
        .onRef('threads.workspace', '=', 'notifications.workspace')
        .onRef('threads.map', '=', 'notifications.map')
        .onRef('threads.id', '=', 'notifications.thread'),
    )
    .innerJoin('comments', (join) =>
      join
        .onRef('comments.workspace', '=', 'notifications.workspace')
        .onRef('comments.map', '=', 'notifications.map')
        .onRef('comments.thread', '=', 'notifications.thread')
        .onRef('comments.number', '=', 'notifications.comment'),
    )
    .leftJoin('maps', (join) => join.onRef('maps.workspace', '=', 'notifications.workspace').onRef('maps.id', '=', 'notifications.map'))
    .selectAll('notifications')
    .select(['threads.target_kind', 'threads.target_id', 'threads.target_name', 'comments.text', 'maps.title as map_title'])

type Row = Awaited<ReturnType<ReturnType<typeof withText>['execute']>>[number]

const toNotification = (row: Row): StoredNotification => ({
  id: row.id,
  person: asNumber(row.person),
  kind: row.kind as StoredNotification['kind'],
  map: row.map,
  mapTitle: row.map_title,
  thread: row.thread,
  comment: asNumber(row.comment),
  by: asNumber(row.by),
  at: asNumber(row.created_at),
  readAt: asNumberOrNull(row.read_at),
  target: { kind: row.target_kind as StoredTarget['kind'], id: row.target_id, name: row.target_name },
  text: row.text,
})
