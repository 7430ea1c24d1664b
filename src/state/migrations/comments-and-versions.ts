import type { Kysely } from 'kysely'

/** Comment threads on maps, who is told of them, and the versions of maps. */
export async function commentsAndVersions(db: Kysely<unknown>): Promise<void> {
  await threadTables(db)
  await notificationTable(db)
  await versionTable(db)
}

async function threadTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('threads')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('target_kind', 'text', (c) => c.notNull())
    .addColumn('target_id', 'text', (c) => c.notNull())
    .addColumn('target_name', 'text', (c) => c.notNull())
    .addColumn('comments', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('changed_at', 'bigint', (c) => c.notNull())
    .addColumn('resolved_at', 'bigint')
    .addColumn('resolved_by', 'integer')
    .addPrimaryKeyConstraint('threads_key', ['workspace', 'map', 'id'])
    .execute()
  await db.schema
    .createTable('comments')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('thread', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('edited_at', 'bigint')
    .addColumn('deleted_at', 'bigint')
    .addPrimaryKeyConstraint('comments_key', ['workspace', 'map', 'thread', 'number'])
    .execute()
  await db.schema
    .createTable('mentions')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('thread', 'text', (c) => c.notNull())
    .addColumn('comment', 'integer', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('mentions_key', ['workspace', 'map', 'thread', 'comment', 'person'])
    .execute()
}

async function notificationTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('notifications')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('person', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('thread', 'text', (c) => c.notNull())
    .addColumn('comment', 'integer', (c) => c.notNull())
    .addColumn('by', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('read_at', 'bigint')
    .addPrimaryKeyConstraint('notifications_key', ['workspace', 'id'])
    .execute()
  await db.schema
    .createIndex('notifications_by_person')
    .on('notifications')
    .columns(['workspace', 'person', 'read_at', 'created_at'])
    .execute()
  await db.schema.createIndex('notifications_by_comment').on('notifications').columns(['workspace', 'map', 'thread', 'comment']).execute()
}

async function versionTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('map_versions')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    // Grows with each version of the map; the order of versions kept in the same millisecond.
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('authors_json', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('content', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('map_versions_key', ['workspace', 'map', 'id'])
    .execute()
  await db.schema.createIndex('map_versions_by_number').on('map_versions').columns(['workspace', 'map', 'number']).unique().execute()
}
