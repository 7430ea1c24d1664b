import type { Kysely } from 'kysely'

/** What people do to maps, update by update; what it was merged into; and deleted maps that can come back. */
export async function liveMaps(db: Kysely<unknown>): Promise<void> {
  // `bytea` is bytes in PostgreSQL; SQLite keeps bytes as they are whatever a column is called.
  await db.schema
    .createTable('map_updates')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('data', 'bytea')
    .addColumn('touched_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('map_updates_key', ['workspace', 'map', 'number'])
    .execute()
  await db.schema
    .createTable('map_states')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('map', 'text', (c) => c.notNull())
    .addColumn('number', 'bigint', (c) => c.notNull())
    .addColumn('state', 'bytea', (c) => c.notNull())
    .addPrimaryKeyConstraint('map_states_key', ['workspace', 'map'])
    .execute()
  await db.schema
    .alterTable('maps')
    .addColumn('log_number', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('maps').addColumn('deleted_at', 'bigint').execute()
  await db.schema.alterTable('maps').addColumn('deleted_by', 'text').execute()
}
