import type { Kysely } from 'kysely'

/** What people decide about themes, and what a model proposes. Nothing is deleted: what was undone says who and when. */
export async function themes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('theme_decisions')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('decision_json', 'text', (c) => c.notNull())
    .addColumn('made_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('theme_decisions_key', ['workspace', 'id'])
    .execute()
}
