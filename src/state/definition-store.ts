import type { Kysely } from 'kysely'
import type { JourneyDefinition } from '../journey/definition.ts'
import { asNumber } from './as-number.ts'
import { StateStoreError } from './state-store-error.ts'
import type { DefinitionStore, StoredDefinition } from './state-store.ts'
import type { Tables } from './tables.ts'

const columns = ['id', 'definition_json', 'changed_at', 'changed_by'] as const

export function definitionStore(db: Kysely<Tables>): DefinitionStore {
  const of = (workspace: number) => db.selectFrom('definitions').where('workspace', '=', workspace)
  return {
    async list(workspace, page) {
      const { total } = await of(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(workspace).select(columns).orderBy('name').orderBy('id').limit(page.limit).offset(page.offset).execute()
      return { total: asNumber(total), rows: rows.map(toDefinition) }
    },
    async get(workspace, id) {
      const row = await of(workspace).select(columns).where('id', '=', id).executeTakeFirst()
      return row && toDefinition(row)
    },
    async put(workspace, stored) {
      await db.transaction().execute(async (transaction) => {
        const { name } = stored.definition
        const taken = await transaction
          .selectFrom('definitions')
          .select('id')
          .where('workspace', '=', workspace)
          .where('name', '=', name)
          .where('id', '!=', stored.id)
          .executeTakeFirst()
        if (taken) throw new StateStoreError('name_taken', `A definition called "${name}" exists already. Choose another name.`)
        const values = {
          name,
          definition_json: JSON.stringify(stored.definition),
          changed_at: stored.changedAt,
          changed_by: stored.changedBy,
        }
        await transaction
          .insertInto('definitions')
          .values({ workspace, id: stored.id, ...values })
          .onConflict((conflict) => conflict.columns(['workspace', 'id']).doUpdateSet(values))
          .execute()
      })
    },
    async remove(workspace, id) {
      const { numDeletedRows } = await db
        .deleteFrom('definitions')
        .where('workspace', '=', workspace)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return numDeletedRows > 0n
    },
  }
}

type Row = Pick<Tables['definitions'], (typeof columns)[number]>

const toDefinition = (row: Row): StoredDefinition => ({
  id: row.id,
  definition: JSON.parse(row.definition_json) as JourneyDefinition,
  changedAt: asNumber(row.changed_at),
  changedBy: row.changed_by,
})
