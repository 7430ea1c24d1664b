import { CompiledQuery, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import { Pool, types, type CustomTypesConfig, type PoolClient } from 'pg'
import { StateStoreError } from './state-store-error.ts'

/** The advisory lock that a transaction holds; any number will do, as long as every Wend uses the same. */
const transactionLock = 0x57656e64

/**
 * Kysely on PostgreSQL. Everything that only PostgreSQL understands is in this file. Commits are durable when they
 * return, also where the server's own setting says otherwise. Transactions run one after the other, as on SQLite: what
 * one reads and then writes, no other has changed in between.
 */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'wend',
    types: plainBytes,
  })
  // An idle connection that broke is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  return new PostgresDialect({
    pool: wrapped(pool, nameOf(url)),
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(settings))
    },
  })
}

/** Bytes as a plain array, as SQLite gives them, and not as Node's own kind. */
const plainBytes: CustomTypesConfig = {
  getTypeParser: (type, format) => {
    const parse = types.getTypeParser(type, format)
    return type === types.builtins.BYTEA ? (text: string) => new Uint8Array(parse(text) as Buffer) : parse
  },
}

/** Milliseconds that a statement waits for another's lock before it fails. */
const settings = `select set_config('lock_timeout', '30000', false),
  case when current_setting('synchronous_commit') = 'off' then set_config('synchronous_commit', 'on', false) end`

/** Where the database is, for people: without user and password. */
export function nameOf(url: string): string {
  const { host, pathname, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? host}${pathname}`
}

function wrapped(pool: Pool, name: string): PostgresPool {
  const telling = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run()
    } catch (error) {
      throw explained(error, name)
    }
  }
  const clients = new WeakMap<PoolClient, PostgresPoolClient>()
  // Kysely knows a connection by its client, so the same one has to get the same wrapper.
  const wrap = (client: PoolClient): PostgresPoolClient => {
    const known = clients.get(client)
    if (known) return known
    let lost = false
    // The pool listens only while a client is idle. A connection that breaks in our hands tells so at its next statement.
    client.on('error', () => (lost = true))
    const ask = async <T>(run: () => Promise<T>): Promise<T> => {
      try {
        return await telling(run)
      } catch (error) {
        lost ||= error instanceof StateStoreError && error.code === 'unreachable'
        throw error
      }
    }
    const query = async (sql: string, parameters: readonly unknown[]) => {
      const result = await ask(() => client.query(sql, parameters.map(storable)))
      if (sql === 'begin') await ask(() => client.query('select pg_advisory_xact_lock($1)', [transactionLock]))
      return result
    }
    const wrapper = { query, release: (broken?: boolean) => client.release(broken === true || lost) } as unknown as PostgresPoolClient
    clients.set(client, wrapper)
    return wrapper
  }
  return {
    connect: async () => wrap(await telling(() => pool.connect())),
    end: () => pool.end(),
    options: pool.options,
  } as unknown as PostgresPool
}

/** PostgreSQL's texts hold every character but U+0000, which says nothing to anybody. */
const storable = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd') : value)

/** Classes and codes of PostgreSQL, and codes of Node, that say that the database cannot be reached. */
const unreachable = /^(08|28|57P0|3D000|53300|ECONN|EPIPE|ENOTFOUND|ENOENT|EACCES|ETIMEDOUT|EAI_|EHOSTUNREACH|ENETUNREACH)/
const lostWords = /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error/i

function explained(error: unknown, name: string): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  if (code === '53100') return new StateStoreError('disk_full', `The disk of PostgreSQL at ${name} is full.`, { cause: error })
  if (unreachable.test(code) || lostWords.test(error.message) || error instanceof AggregateError)
    return new StateStoreError('unreachable', `PostgreSQL at ${name} cannot be used: ${reason(error)}. See DATABASE_URL.`, { cause: error })
  return error
}

/** What went wrong, once, without a full stop; Node tells of a name with several addresses as of several errors. */
function reason(error: Error): string {
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error
  return (first instanceof Error ? first.message : error.message).replace(/\.$/, '')
}
