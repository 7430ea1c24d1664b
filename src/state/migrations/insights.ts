import type { Kysely } from 'kysely'

/** What people say of insights: one verdict each, which is remembered although the insight is computed anew, and comments. */
export async function insights(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('insight_verdicts')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('insight', 'text', (c) => c.notNull())
    .addColumn('verdict', 'text', (c) => c.notNull())
    .addColumn('into_insight', 'text')
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('said_by', 'text', (c) => c.notNull())
    .addColumn('said_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('insight_verdicts_key', ['workspace', 'insight'])
    .execute()
  await db.schema
    .createTable('insight_comments')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('id', 'text', (c) => c.notNull())
    .addColumn('insight', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('said_by', 'text', (c) => c.notNull())
    .addColumn('said_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('insight_comments_key', ['workspace', 'id'])
    .execute()
  await db.schema.createIndex('insight_comments_by_insight').on('insight_comments').columns(['workspace', 'insight', 'said_at']).execute()
}
