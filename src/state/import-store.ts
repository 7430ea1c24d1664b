import type { Kysely } from 'kysely'
import { asNumber, asNumberOrNull } from './as-number.ts'
import type { ImportStore, StoredImport } from './state-store.ts'
import type { Tables } from './tables.ts'

export function importStore(db: Kysely<Tables>): ImportStore {
  const of = (workspace: number) => db.selectFrom('imports').where('workspace', '=', workspace)
  return {
    async nextNumber() {
      const row = await db
        .insertInto('counters')
        .values({ name: 'import', value: 1 })
        .onConflict((conflict) => conflict.column('name').doUpdateSet((e) => ({ value: e('counters.value', '+', 1) })))
        .returning('value')
        .executeTakeFirstOrThrow()
      return asNumber(row.value)
    },
    async add(workspace, record) {
      const { number, source, recipe, replays } = record
      const values = {
        number,
        source,
        recipe,
        replays,
        report_json: JSON.stringify(record.report),
        imported_at: record.at,
        imported_by: record.by,
      }
      await db
        .insertInto('imports')
        .values({ workspace, ...values })
        .execute()
    },
    async get(workspace, number) {
      const row = await of(workspace).selectAll().where('number', '=', number).executeTakeFirst()
      return row && toImport(row)
    },
    async list(workspace, page) {
      const { total } = await of(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(workspace).selectAll().orderBy('number', 'desc').limit(page.limit).offset(page.offset).execute()
      return { total: asNumber(total), rows: rows.map(toImport) }
    },
  }
}

const toImport = (row: Tables['imports']): StoredImport => ({
  number: asNumber(row.number),
  source: row.source,
  recipe: row.recipe,
  report: JSON.parse(row.report_json) as unknown,
  at: asNumber(row.imported_at),
  by: row.imported_by,
  replays: asNumberOrNull(row.replays),
})
