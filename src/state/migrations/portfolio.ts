import type { Kysely } from 'kysely'
import type { JourneyMap } from '../../journey/map.ts'
import { mapPortrait } from '../../journey/map-portrait.ts'

interface Tables {
  readonly maps: { readonly workspace: number; readonly id: string; readonly map_json: string; readonly portrait_json: string | null }
}

/** Who a map belongs to, what a list shows of it, and templates that people save. */
export async function portfolio(untyped: Kysely<unknown>): Promise<void> {
  const db = untyped as Kysely<Tables>
  await db.schema.alterTable('maps').addColumn('owner', 'text').execute()
  await db.schema.alterTable('maps').addColumn('portrait_json', 'text').execute()
  for (const { workspace, id } of await db.selectFrom('maps').select(['workspace', 'id']).execute()) {
    const of = db.selectFrom('maps').where('workspace', '=', workspace).where('id', '=', id)
    const { map_json } = await of.select('map_json').executeTakeFirstOrThrow()
    await db
      .updateTable('maps')
      .set({ portrait_json: JSON.stringify(mapPortrait(JSON.parse(map_json) as JourneyMap)) })
      .where('workspace', '=', workspace)
      .where('id', '=', id)
      .execute()
  }
  await db.schema
    .createTable('saved_templates')
    .addColumn('workspace', 'integer', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('template_json', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'bigint', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('saved_templates_key', ['workspace', 'name'])
    .execute()
}
