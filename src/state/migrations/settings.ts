import type { Kysely } from 'kysely'

/** What a workspace has decided about itself, one row a decision; a missing row is the default. */
export async function settings(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('settings')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('value_json', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('settings_key', ['workspace', 'name'])
    .execute()
}
