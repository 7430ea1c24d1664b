import type { Kysely } from 'kysely'

/** Two people of a workspace do not share a name: what they did is told apart by it. */
export async function peopleNames(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('people_name').on('people').columns(['workspace', 'name']).unique().execute()
}
