import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { SqliteDialect, type SqliteDatabase } from 'kysely'
import { StateStoreError } from './state-store-error.ts'

/**
 * Kysely on Node's own SQLite. Everything that only SQLite understands is in this file.
 * `path` may be ':memory:'. Commits are durable when they return: WAL with synchronous FULL.
 */
export function sqliteDialect(path: string): SqliteDialect {
  const database = new DatabaseSync(path)
  // How long a statement waits for another process's write before it fails.
  database.exec('pragma busy_timeout = 5000')
  database.exec('pragma journal_mode = wal')
  database.exec('pragma synchronous = full')
  database.exec('pragma foreign_keys = on')
  return new SqliteDialect({ database: wrapped(database) })
}

function wrapped(database: DatabaseSync): SqliteDatabase {
  return {
    close: () => database.close(),
    prepare(sql) {
      // A plain `begin` takes the write lock at the first write and then fails if another process wrote in between.
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => telling(() => statement.all(...(parameters as readonly SQLInputValue[]))),
        run: (parameters) => telling(() => statement.run(...(parameters as readonly SQLInputValue[]))),
        iterate: (parameters) => statement.iterate(...(parameters as readonly SQLInputValue[])),
      }
    },
  }
}

/** SQLite's code for a disk without room; nothing of the transaction is kept. */
const full = 13

function telling<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === full)
      throw new StateStoreError('disk_full', 'There is no room left on the disk of the data directory. Make room and try again.', {
        cause: error,
      })
    throw error
  }
}
