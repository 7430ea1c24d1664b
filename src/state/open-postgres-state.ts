import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, sql } from 'kysely'
import { openStateStore } from './open-state-store.ts'
import { nameOf, postgresDialect } from './postgres-dialect.ts'
import { StateStoreError } from './state-store-error.ts'
import type { StateStore } from './state-store.ts'

/** Held by the one Wend that has the database open. */
const guardLock = 0x57656e65

/**
 * Opens the state in a PostgreSQL database. One Wend at a time has it open: jobs and live maps are in its memory.
 * Rejects with a `StateStoreError` (`unreachable`, `in_use` or `newer_version`).
 */
export async function openPostgresState(url: string): Promise<StateStore> {
  const guard = await takeGuard(url)
  try {
    const store = await openStateStore(postgresDialect(url))
    return {
      ...store,
      async close() {
        await store.close()
        await guard.release()
      },
    }
  } catch (error) {
    await guard.release()
    throw error
  }
}

/** A connection that does nothing but hold the lock; PostgreSQL gives it up when the connection or this process ends. */
async function takeGuard(url: string): Promise<{ release(): Promise<void> }> {
  const db = new Kysely<unknown>({ dialect: postgresDialect(url) })
  const held = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  const holding = db
    .connection()
    .execute(async (connection) => {
      if (!(await taken(connection))) throw new StateStoreError('in_use', `Another Wend uses the database ${nameOf(url)}. Stop it first.`)
      held.resolve()
      await done.promise
    })
    .catch((error: unknown) => held.reject(error))
  const release = async (): Promise<void> => {
    done.resolve()
    await holding
    await db.destroy()
  }
  try {
    await held.promise
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

/** A Wend that was killed a moment ago may still be known to PostgreSQL, so a refusal is tried again for a while. */
async function taken(db: Kysely<unknown>): Promise<boolean> {
  for (let left = 15; left > 0; left--) {
    const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${guardLock}) as taken`.execute(db)
    if (rows[0]?.taken) return true
    await wait(200)
  }
  return false
}
