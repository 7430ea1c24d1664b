import type { Kysely, Transaction } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { CommentKey, CommentStore, MapKey, StoredComment, StoredThread, ThreadKey, WrittenComment } from './stored-comments.ts'
import type { Tables } from './tables.ts'

type Db = Kysely<Tables> | Transaction<Tables>

export function commentStore(db: Kysely<Tables>): CommentStore {
  return {
    ...reading(db),
    async start(map, { id, target }, comment) {
      await db.transaction().execute(async (tx) => {
        await tx
          .insertInto('threads')
          .values({
            ...map,
            id,
            target_kind: target.kind,
            target_id: target.id,
            target_name: target.name,
            comments: 1,
            created_at: comment.at,
            changed_at: comment.at,
            resolved_at: null,
            resolved_by: null,
          })
          .execute()
        await write(tx, { ...map, thread: id, number: 1 }, comment)
      })
    },
    reply: (key, comment, targetName) =>
      db.transaction().execute(async (tx) => {
        const row = await threadOf(tx, key)
          .set((e) => ({
            comments: e('comments', '+', 1),
            changed_at: comment.at,
            target_name: targetName,
            resolved_at: null,
            resolved_by: null,
          }))
          .returning('comments')
          .executeTakeFirst()
        if (!row) return undefined
        const number = asNumber(row.comments)
        await write(tx, { ...key, number }, comment)
        return number
      }),
    async edit(key, comment) {
      await db.transaction().execute(async (tx) => {
        await commentOf(tx, key).set({ text: comment.text, edited_at: comment.at }).execute()
        await dropFrom(tx, 'mentions', key)
        await mention(tx, key, comment)
      })
    },
    async remove(key, at) {
      await db.transaction().execute(async (tx) => {
        await commentOf(tx, key).set({ text: '', deleted_at: at }).execute()
        await dropFrom(tx, 'mentions', key)
        await dropFrom(tx, 'notifications', key)
        const left = await tx
          .selectFrom('comments')
          .select('number')
          .where('workspace', '=', key.workspace)
          .where('map', '=', key.map)
          .where('thread', '=', key.thread)
          .where('deleted_at', 'is', null)
          .limit(1)
          .executeTakeFirst()
        if (!left) await dropThread(tx, key)
      })
    },
    async resolve(key, by) {
      const { numUpdatedRows } = await threadOf(db, key)
        .set({ resolved_at: by?.at ?? null, resolved_by: by?.person ?? null })
        .executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
  }
}

type Reading = 'threads' | 'thread' | 'counts' | 'comments' | 'newest' | 'comment' | 'taking' | 'names'

function reading(db: Kysely<Tables>): Pick<CommentStore, Reading> {
  const threads = ({ workspace, map }: MapKey) => db.selectFrom('threads').where('workspace', '=', workspace).where('map', '=', map)
  const comments = ({ thread, ...map }: ThreadKey) =>
    db.selectFrom('comments').where('workspace', '=', map.workspace).where('map', '=', map.map).where('thread', '=', thread)
  return {
    async threads(map, { state, target, limit, offset }) {
      let asked = threads(map)
      if (state !== 'all') asked = asked.where('resolved_at', state === 'open' ? 'is' : 'is not', null)
      if (target) asked = asked.where('target_kind', '=', target.kind).where('target_id', '=', target.id)
      const { total } = await asked.select((e) => e.fn.countAll().as('total')).executeTakeFirstOrThrow()
      const rows = await asked.selectAll().orderBy('changed_at', 'desc').orderBy('id').limit(limit).offset(offset).execute()
      return { total: asNumber(total), rows: rows.map(toThread) }
    },
    async thread({ thread, ...map }) {
      const row = await threads(map).selectAll().where('id', '=', thread).executeTakeFirst()
      return row && toThread(row)
    },
    async counts(map) {
      const rows = await threads(map)
        .select((e) => ['target_kind', 'target_id', e.fn.countAll().as('all'), e.fn.count('resolved_at').as('resolved')])
        .groupBy(['target_kind', 'target_id'])
        .orderBy('target_kind')
        .orderBy('target_id')
        .execute()
      return rows.map((row) => ({
        kind: row.target_kind as StoredThread['target']['kind'],
        id: row.target_id,
        open: asNumber(row.all) - asNumber(row.resolved),
        resolved: asNumber(row.resolved),
      }))
    },
    async comments(key, { limit, offset }) {
      const rows = await comments(key).selectAll().orderBy('number').limit(limit).offset(offset).execute()
      return rows.map(toComment)
    },
    async newest(map, wanted, newest) {
      if (wanted.length === 0) return []
      const rows = await db
        .selectFrom('comments')
        .innerJoin('threads', (join) =>
          join
            .onRef('threads.workspace', '=', 'comments.workspace')
            .onRef('threads.map', '=', 'comments.map')
            .onRef('threads.id', '=', 'comments.thread'),
        )
        .selectAll('comments')
        .where('comments.workspace', '=', map.workspace)
        .where('comments.map', '=', map.map)
        .where(
          'comments.thread',
          'in',
          wanted.map((thread) => thread.id),
        )
        .where((e) => e.or([e('comments.number', '=', 1), e('comments.number', '>', e('threads.comments', '-', newest))]))
        .orderBy('comments.thread')
        .orderBy('comments.number')
        .execute()
      return rows.map(toComment)
    },
    async comment({ number, ...key }) {
      const row = await comments(key).selectAll().where('number', '=', number).executeTakeFirst()
      return row && toComment(row)
    },
    async taking(key) {
      const wrote = await comments(key).select('person').distinct().where('deleted_at', 'is', null).execute()
      const named = await db
        .selectFrom('mentions')
        .select('person')
        .distinct()
        .where('workspace', '=', key.workspace)
        .where('map', '=', key.map)
        .where('thread', '=', key.thread)
        .execute()
      return [...new Set([...wrote, ...named].map((row) => asNumber(row.person)))].sort((a, b) => a - b)
    },
    async names(workspace, people) {
      if (people.length === 0) return new Map()
      const rows = await db
        .selectFrom('people')
        .select(['id', 'name'])
        .where('workspace', '=', workspace)
        .where('id', 'in', [...people])
        .execute()
      return new Map(rows.map((row) => [asNumber(row.id), row.name]))
    },
  }
}

const threadOf = (db: Db, { workspace, map, thread }: ThreadKey) =>
  db.updateTable('threads').where('workspace', '=', workspace).where('map', '=', map).where('id', '=', thread)

const commentOf = (db: Db, { workspace, map, thread, number }: CommentKey) =>
  db
    .updateTable('comments')
    .where('workspace', '=', workspace)
    .where('map', '=', map)
    .where('thread', '=', thread)
    .where('number', '=', number)

async function write(tx: Db, key: CommentKey, comment: WrittenComment): Promise<void> {
  await tx
    .insertInto('comments')
    .values({ ...key, person: comment.person, text: comment.text, created_at: comment.at, edited_at: null, deleted_at: null })
    .execute()
  await mention(tx, key, comment)
}

async function mention(tx: Db, { number, ...key }: CommentKey, { mentioned, told, person, at }: WrittenComment): Promise<void> {
  if (mentioned.length > 0)
    await tx
      .insertInto('mentions')
      .values(mentioned.map((one) => ({ ...key, comment: number, person: one })))
      .execute()
  if (told.length > 0)
    await tx
      .insertInto('notifications')
      .values(told.map((one) => ({ ...key, ...one, comment: number, by: person, created_at: at, read_at: null })))
      .execute()
}

async function dropFrom(tx: Db, table: 'mentions' | 'notifications', { workspace, map, thread, number }: CommentKey): Promise<void> {
  await tx
    .deleteFrom(table)
    .where('workspace', '=', workspace)
    .where('map', '=', map)
    .where('thread', '=', thread)
    .where('comment', '=', number)
    .execute()
}

async function dropThread(tx: Db, { workspace, map, thread }: ThreadKey): Promise<void> {
  await tx.deleteFrom('threads').where('workspace', '=', workspace).where('map', '=', map).where('id', '=', thread).execute()
  for (const table of ['comments', 'mentions', 'notifications'] as const)
    await tx.deleteFrom(table).where('workspace', '=', workspace).where('map', '=', map).where('thread', '=', thread).execute()
}

const toThread = (row: Tables['threads']): StoredThread => ({
  id: row.id,
  target: { kind: row.target_kind as StoredThread['target']['kind'], id: row.target_id, name: row.target_name },
  comments: asNumber(row.comments),
  createdAt: asNumber(row.created_at),
  changedAt: asNumber(row.changed_at),
  resolvedAt: asNumberOrNull(row.resolved_at),
  resolvedBy: asNumberOrNull(row.resolved_by),
})

const toComment = (row: Tables['comments']): StoredComment => ({
  thread: row.thread,
  number: asNumber(row.number),
  person: asNumber(row.person),
  text: row.text,
  createdAt: asNumber(row.created_at),
  editedAt: asNumberOrNull(row.edited_at),
  deletedAt: asNumberOrNull(row.deleted_at),
})
