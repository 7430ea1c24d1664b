import { createClient, type ClickHouseClient, ClickHouseError } from '@clickhouse/client'
import { Agent } from 'node:http'
import { EventStoreError } from '../event-store-error.ts'
import { compileSql, type Sql } from './sql.ts'

/** Where SQL runs: the embedded engine or a server, through one client. */
export interface ClickHouseDriver {
  query<Row>(statement: Sql, options?: QueryOptions): Promise<readonly Row[]>
  command(statement: Sql, options?: QueryOptions): Promise<void>
  insert(table: string, rows: readonly object[]): Promise<void>
  close(): Promise<void>
}

export interface QueryOptions {
  readonly signal?: AbortSignal
  readonly settings?: Readonly<Record<string, string | number>>
}

export interface DriverAddress {
  readonly socket: string
  readonly pid: number | undefined
  /** Waits while the engine restarts. */
  ready(): Promise<void>
  /** Waits for the successor of engine process `pid`, which was found gone. */
  recovered(pid: number | undefined): Promise<void>
}

/** A driver on a unix socket that speaks ClickHouse's HTTP protocol. */
export function socketDriver(address: DriverAddress, settings: Readonly<Record<string, string | number>>): ClickHouseDriver {
  const client: ClickHouseClient = createClient({
    url: 'http://engine',
    http_agent: new Agent({ keepAlive: true, maxSockets: 12, socketPath: address.socket } as object),
    request_timeout: 3_600_000,
    clickhouse_settings: { output_format_json_quote_64bit_integers: 0, ...settings },
    log: { level: 127 },
  })
  const run = async <Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> => {
    signal?.throwIfAborted()
    await address.ready()
    const { pid } = address
    try {
      return await work()
    } catch (error) {
      // The client has an error of its own for an abort; callers know the signal's.
      signal?.throwIfAborted()
      if (!neverArrived(error)) throw explain(error)
    }
    await address.recovered(pid)
    return work().catch((error: unknown) => Promise.reject(explain(error) as Error))
  }
  return {
    query: <Row>(statement: Sql, options: QueryOptions = {}) =>
      run(async () => {
        const { query, params } = compileSql(statement)
        const result = await client.query({ query, query_params: { ...params }, format: 'JSONEachRow', ...clientOptions(options) })
        return await result.json<Row>()
      }, options.signal),
    command: (statement, options = {}) =>
      run(async () => {
        const { query, params } = compileSql(statement)
        await client.command({ query, query_params: { ...params }, ...clientOptions(options) })
      }, options.signal),
    insert: (table, rows) =>
      run(async () => {
        if (rows.length > 0) await client.insert({ table, values: [...rows], format: 'JSONEachRow' })
      }),
    close: () => client.close(),
  }
}

function clientOptions(options: QueryOptions): { abort_signal?: AbortSignal; clickhouse_settings?: Record<string, string | number> } {
  return {
    ...(options.signal && { abort_signal: options.signal }),
    ...(options.settings && { clickhouse_settings: { ...options.settings } }),
  }
}

/** No engine was listening, so the request can be sent again without being done twice. */
function neverArrived(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  return code === 'ECONNREFUSED' || code === 'ENOENT'
}

/** Turns the engine's words into ours; what is not known stays as it is, because it is a bug of ours. */
function explain(error: unknown): unknown {
  if (error instanceof ClickHouseError) {
    if (error.code === '241')
      return new EventStoreError('query_too_large', 'This needs more memory than a question may use. Narrow the period or the filters.', {
        cause: error,
      })
    if (error.code === '159' || error.code === '394')
      return new EventStoreError(
        'query_too_slow',
        'This took longer than a question may take and was stopped. Narrow the period or the filters.',
        {
          cause: error,
        },
      )
    if (error.code === '243' || /No space left on device|NOT_ENOUGH_SPACE/.test(error.message))
      return new EventStoreError('disk_full', 'The disk is full. Free some space, then do it again; nothing stored is lost.', {
        cause: error,
      })
    return error
  }
  const code = (error as { code?: unknown } | null)?.code
  if (neverArrived(error) || code === 'ECONNRESET' || code === 'EPIPE' || /socket hang up/.test(String(error)))
    return new EventStoreError('engine_stopped', 'The event engine stopped and is starting again. Nothing stored is lost; ask again.', {
      cause: error,
    })
  return error
}
