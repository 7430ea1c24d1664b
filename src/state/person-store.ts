import type { Kysely } from 'kysely'
import { asNumber } from './as-number.ts'
import { isDuplicate } from './is-duplicate.ts'
import { StateStoreError } from './state-store-error.ts'
import type { PersonStore, StoredPerson } from './state-store.ts'
import type { Tables } from './tables.ts'

const columns = ['id', 'name', 'role'] as const
/** The owner who is there from the start has number 1. */
const firstAdded = 2

export function personStore(db: Kysely<Tables>): PersonStore {
  const of = (workspace: number) => db.selectFrom('people').where('workspace', '=', workspace)
  return {
    async list(workspace, page) {
      const { total } = await of(workspace)
        .select((e) => e.fn.countAll().as('total'))
        .executeTakeFirstOrThrow()
      const rows = await of(workspace).select(columns).orderBy('id').limit(page.limit).offset(page.offset).execute()
      return { total: asNumber(total), rows: rows.map(toPerson) }
    },
    async get(workspace, id) {
      const row = await of(workspace).select(columns).where('id', '=', id).executeTakeFirst()
      return row && toPerson(row)
    },
    async firstOwner(workspace) {
      const row = await of(workspace).select(columns).where('role', '=', 'owner').orderBy('id').limit(1).executeTakeFirst()
      return row && toPerson(row)
    },
    async add(workspace, { name, role }) {
      const id = await nextNumber(db)
      await unlessTaken(name, () => db.insertInto('people').values({ workspace, id, name, role }).execute())
      return { id, name, role }
    },
    async put(workspace, { id, name, role }) {
      return db.transaction().execute(async (transaction) => {
        // Written first, so that two owners who demote each other at once wait for one another.
        await transaction.updateTable('workspaces').set({ id: workspace }).where('id', '=', workspace).execute()
        const { numUpdatedRows } = await unlessTaken(name, () =>
          transaction
            .updateTable('people')
            .set({ name, role })
            .where('workspace', '=', workspace)
            .where('id', '=', id)
            .executeTakeFirstOrThrow(),
        )
        const owner = await transaction
          .selectFrom('people')
          .select('id')
          .where('workspace', '=', workspace)
          .where('role', '=', 'owner')
          .limit(1)
          .executeTakeFirst()
        if (!owner) throw new StateStoreError('last_owner', 'A workspace has at least one owner. Make somebody else an owner first.')
        return numUpdatedRows > 0n
      })
    },
  }
}

/** Numbers are never given twice, so a browser that still says it is somebody never becomes somebody else. */
async function nextNumber(db: Kysely<Tables>): Promise<number> {
  const { value } = await db
    .insertInto('counters')
    .values({ name: 'person', value: firstAdded })
    .onConflict((conflict) => conflict.column('name').doUpdateSet((e) => ({ value: e('counters.value', '+', 1) })))
    .returning('value')
    .executeTakeFirstOrThrow()
  return asNumber(value)
}

async function unlessTaken<T>(name: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (isDuplicate(error)) throw new StateStoreError('person_taken', `Somebody called "${name}" is here already. Choose another name.`)
    throw error
  }
}

const toPerson = (row: Pick<Tables['people'], (typeof columns)[number]>): StoredPerson => ({
  id: asNumber(row.id),
  name: row.name,
  role: row.role,
})
