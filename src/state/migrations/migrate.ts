import type { Kysely } from 'kysely'
import { StateStoreError } from '../state-store-error.ts'
import type { Migration } from './migrations.ts'

interface Applied {
  readonly migrations: { readonly name: string; readonly position: number }
}

/** Brings the tables up to date. Rejects with a `StateStoreError` when a newer Wend has written them. */
export async function migrate(db: Kysely<unknown>, list: readonly Migration[]): Promise<void> {
  // Transactions run one after the other, so two that open the same database do not both make its tables.
  await (db as Kysely<Applied>).transaction().execute(async (transaction) => {
    await transaction.schema
      .createTable('migrations')
      .ifNotExists()
      .addColumn('name', 'text', (c) => c.primaryKey())
      .addColumn('position', 'integer', (c) => c.notNull())
      .execute()
    const applied = new Set((await transaction.selectFrom('migrations').select('name').execute()).map((row) => row.name))
    const known = new Set(list.map((migration) => migration.name))
    for (const name of applied) {
      if (!known.has(name))
        throw new StateStoreError(
          'newer_version',
          `This data directory was written by a newer Wend (it has "${name}"). Update Wend, or choose another data directory.`,
        )
    }
    for (const [position, migration] of list.entries()) {
      if (applied.has(migration.name)) continue
      await migration.up(transaction as unknown as Kysely<unknown>)
      await transaction.insertInto('migrations').values({ name: migration.name, position }).execute()
    }
  })
}
