import { createEvents, limits } from '../schema.ts'
import { int, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import type { ClickHouseDriver, QueryOptions } from '../engine/clickhouse-driver.ts'
import { EventStoreError } from '../event-store-error.ts'
import type { ImportInput, ImportProgress, ImportReport } from '../event-store.ts'
import { learnTouchpoints } from '../touchpoint-dictionary.ts'
import { dropDuplicates } from './drop-duplicates.ts'
import { keepLines } from './keep-lines.ts'
import { ledgerOf } from './ledger.ts'
import { planImport, type PlannedRule } from './plan-import.ts'
import { watchProgress } from './watch-progress.ts'

/** What the steps of one import share. */
export interface ImportRun {
  readonly driver: ClickHouseDriver
  readonly input: ImportInput
  /** The import's own events table; moved into `events` when all is well. */
  readonly table: Sql
  readonly tableName: string
  readonly rules: readonly PlannedRule[]
  readonly signal: AbortSignal
  readonly report: (progress: ImportProgress) => void
}

/**
 * Reads the files by the recipe into a table of the import's own, keeps what is refused, takes away what is stored
 * already, and then moves the rest into `events` in one step: a failure or an abort leaves the store as it was.
 */
export async function importFiles(
  driver: ClickHouseDriver,
  input: ImportInput,
  context: { readonly report: ImportRun['report']; readonly signal: AbortSignal },
): Promise<ImportReport> {
  const tableName = `incoming_${input.workspace}_${input.number}`
  const run: ImportRun = { driver, input, tableName, table: unsafeSql(tableName), rules: planImport(driver, input), ...context }
  await driver.command(sql`DROP TABLE IF EXISTS ${run.table}`)
  await driver.command(createEvents(tableName))
  try {
    await readAll(run)
    context.signal.throwIfAborted()
    await keepRefused(run)
    const before = await dropDuplicates(run)
    await learnTouchpoints(driver, { workspace: input.workspace, from: run.table, limit: limits.touchpoints })
    await keepLines(run)
    const report = await ledgerOf(run, before)
    context.signal.throwIfAborted()
    await publish(run)
    return report
  } catch (error) {
    await forget(run)
    throw error
  } finally {
    await driver.command(sql`DROP TABLE IF EXISTS ${run.table}`)
  }
}

async function readAll(run: ImportRun): Promise<void> {
  const watch = watchProgress(run)
  try {
    for (const planned of run.rules) {
      const { select, settings } = planned.events
      const { input } = run
      const insert = sql`INSERT INTO ${run.table} (workspace, customer, customer_id, account, account_id, role, time, capture, import, file, row, part, id,
          touchpoint, channel, score, normal, scale, survey, link, verbatim, properties)
        SELECT ${int(input.workspace)}, sipHash64(customer_id), customer_id, if(account_id = '', 0, sipHash64(account_id)), account_id, role, assumeNotNull(time), assumeNotNull(capture),
          ${int(input.number)}, ${int(planned.file)}, row, part, ${messageId(input.source, planned)},
          touchpoint, channel, score, normal, scale, survey, link, verbatim, properties
        FROM (${select}) WHERE problem = 0`
      await run.driver.command(insert, readingOptions(run, settings))
      watch.done(planned)
    }
  } finally {
    watch.stop()
  }
}

/**
 * A message id: the source's own where it gives one; otherwise a hash of all that the event says. Identical events of one
 * file are told apart later, by counting them.
 */
function messageId(source: string, { rule }: PlannedRule): Sql {
  const content = sql`reinterpretAsUInt128(sipHash128(customer_id, account_id, role, toUnixTimestamp64Milli(assumeNotNull(time)), assumeNotNull(capture), touchpoint, channel,
    ifNull(score, nan), scale, link, verbatim, mapKeys(properties), mapValues(properties)))`
  if (rule.id === undefined) return content
  return sql`if(message_id = '', ${content}, reinterpretAsUInt128(sipHash128(${text(source)}, message_id, part)))`
}

const readingOptions = (run: ImportRun, settings: QueryOptions['settings']): QueryOptions => ({
  signal: run.signal,
  settings: { ...settings, max_insert_threads: 2, max_execution_time: 0, max_partitions_per_insert_block: 0 },
})

/** Keeps each refused row whole, with the first problem found in it. Reads again only where something can be missing. */
async function keepRefused(run: ImportRun): Promise<void> {
  for (const planned of run.rules) {
    if (await nothingMissing(run, planned)) continue
    const { select, rawRows, settings } = planned.events
    const value = sql`multiIf(problem = 1, customer_id, problem = 2, touchpoint, problem IN (3, 4), time_text, problem IN (5, 6), score_text, '')`
    const refused = sql`SELECT row, argMin(problem, part) AS first_problem, argMin(substring(${value}, 1, 200), part) AS first_value FROM (${select}) WHERE problem != 0 GROUP BY row`
    await run.driver.command(
      sql`INSERT INTO refused (workspace, import, file, row, problem, value, raw)
        SELECT ${int(run.input.workspace)}, ${int(run.input.number)}, ${int(planned.file)}, bad.row, bad.first_problem, bad.first_value, own.raw
        FROM (${rawRows}) AS own INNER JOIN (${refused}) AS bad ON own.row = bad.row`,
      readingOptions(run, settings),
    )
  }
}

/** A plain rule makes one event a row; where as many events as rows arrived, none was refused. */
async function nothingMissing(run: ImportRun, planned: PlannedRule): Promise<boolean> {
  if (!planned.oneEventARow) return false
  const [arrived] = await run.driver.query<{ n: number }>(
    sql`SELECT count() AS n FROM ${run.table} WHERE file = ${int(planned.file)} AND part = ${int(planned.firstPart)}`,
  )
  return arrived?.n === (await planned.size.rows(arrived?.n))
}

async function publish(run: ImportRun): Promise<void> {
  const { input, driver } = run
  run.report({ phase: 'publishing', rows: 0, bytes: 0, totalBytes: 0 })
  await driver.insert('imports', [{ workspace: input.workspace, number: input.number, source: input.source }])
  const [any] = await driver.query(sql`SELECT 1 AS one FROM ${run.table} LIMIT 1`)
  if (any) await driver.command(sql`ALTER TABLE ${run.table} MOVE PARTITION ${unsafeSql(String(input.workspace))} TO TABLE events`)
}

async function forget(run: ImportRun): Promise<void> {
  const { workspace, number } = run.input
  for (const table of ['refused', 'import_files'])
    await run.driver
      .command(
        sql`ALTER TABLE ${unsafeSql(table)} DELETE WHERE workspace = ${int(workspace)} AND import = ${int(number)} SETTINGS mutations_sync = 2`,
      )
      .catch((error: unknown) => {
        if (!(error instanceof EventStoreError)) throw error
      })
}
