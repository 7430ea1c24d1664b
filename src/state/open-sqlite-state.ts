import { openStateStore } from './open-state-store.ts'
import { sqliteDialect } from './sqlite-dialect.ts'
import type { StateStore } from './state-store.ts'

/** Opens the state in an SQLite file, made if absent. Rejects with a `StateStoreError` (`newer_version`). */
export const openSqliteState = (path: string): Promise<StateStore> => openStateStore(sqliteDialect(path))
