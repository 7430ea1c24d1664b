import { createEvents, limits } from '../schema.ts'
import { int, joinSql, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import type { ClickHouseDriver, QueryOptions } from '../engine/clickhouse-driver.ts'
import { EventStoreError } from '../event-store-error.ts'
import type { ImportInput, ImportProgress, ImportReport } from '../event-store.ts'
import { learnTouchpoints } from '../touchpoint-dictionary.ts'
import { dropDuplicates } from './drop-duplicates.ts'
import { healTables, isImported, moveEvents } from './heal-imports.ts'
import { keepLines } from './keep-lines.ts'
import { ledgerOf } from './ledger.ts'
import { planImport, type PlannedRule } from './plan-import.ts'
import { problemCode } from './problems.ts'
import { onReadableFiles } from './readable-input.ts'
import { storedColumns } from './stored-columns.ts'
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
  context: { readonly report: ImportRun['report']; readonly signal: AbortSignal; readonly workDir: string },
): Promise<ImportReport> {
  return onReadableFiles(input, { driver, ...context }, (readable) => importReadable(driver, readable, context))
}

async function importReadable(
  driver: ClickHouseDriver,
  input: ImportInput,
  context: { readonly report: ImportRun['report']; readonly signal: AbortSignal },
): Promise<ImportReport> {
  const tableName = `incoming_${input.workspace}_${input.number}`
  const run: ImportRun = { driver, input, tableName, table: unsafeSql(tableName), rules: planImport(driver, input), ...context }
  try {
    // What an earlier import left when the engine died under it; imports of a workspace come one after the other.
    await healTables(driver, input.workspace)
    await driver.command(createEvents(tableName))
    await readAll(run)
    context.signal.throwIfAborted()
    await keepRefused(run)
    const before = await dropDuplicates(run)
    await keepLines(run)
    const report = await ledgerOf(run, before)
    context.signal.throwIfAborted()
    await learnTouchpoints(driver, { workspace: input.workspace, from: run.table, limit: limits.touchpoints })
    await publish(run)
    await tidy(run, sql`DROP TABLE IF EXISTS ${run.table}`)
    return report
  } catch (error) {
    // A completed import whose events could not be moved in is finished when the store is opened next.
    const completed = await isImported(driver, input.workspace, input.number).catch(() => true)
    if (!completed) await forget(run, error)
    throw error
  }
}

async function readAll(run: ImportRun): Promise<void> {
  const watch = watchProgress(run)
  try {
    for (const planned of run.rules) {
      const { select, settings } = planned.events
      const columns = storedColumns(run.input, planned)
      const names = joinSql(
        columns.map(([name]) => unsafeSql(name)),
        ', ',
      )
      const values = joinSql(
        columns.map(([, value]) => value),
        ', ',
      )
      const insert = sql`INSERT INTO ${run.table} (${names}) SELECT ${values} FROM (${select}) WHERE problem = 0`
      await run.driver.command(insert, readingOptions(run, settings))
      watch.done(planned)
    }
  } finally {
    watch.stop()
  }
}

const readingOptions = (run: ImportRun, settings: QueryOptions['settings']): QueryOptions => ({
  signal: run.signal,
  settings: { ...settings, max_insert_threads: 2, max_execution_time: 0, max_partitions_per_insert_block: 0 },
})

/** Keeps each refused row whole, with the first problem found in it. Reads again only where something can be missing. */
async function keepRefused(run: ImportRun): Promise<void> {
  await keepUnreadable(run)
  for (const planned of run.rules) {
    if (await nothingMissing(run, planned)) continue
    const { select, rawRows, settings } = planned.events
    const value = sql`multiIf(problem = 1, customer_id, problem IN (2, 9), touchpoint, problem IN (3, 4), time_text, problem IN (5, 6), score_text, '')`
    const refused = sql`SELECT row, argMin(problem, part) AS first_problem, argMin(substring(${value}, 1, 200), part) AS first_value FROM (${select}) WHERE problem != 0 GROUP BY row`
    await run.driver.command(
      sql`INSERT INTO refused (workspace, import, file, row, problem, value, raw)
        SELECT ${int(run.input.workspace)}, ${int(run.input.number)}, ${int(planned.file)}, bad.row, bad.first_problem, bad.first_value, own.raw
        FROM (${rawRows}) AS own INNER JOIN (${refused}) AS bad ON own.row = bad.row`,
      readingOptions(run, settings),
    )
  }
}

/** Rows that could not even be taken apart are refused once, by the first rule of their file. */
async function keepUnreadable(run: ImportRun): Promise<void> {
  const { workspace, number } = run.input
  for (const { file, firstPart, events } of run.rules) {
    if (firstPart > 0 || !events.unreadable) continue
    await run.driver.command(
      sql`INSERT INTO refused (workspace, import, file, row, problem, value, raw)
        SELECT ${int(workspace)}, ${int(number)}, ${int(file)}, row, ${int(problemCode.json)}, substringUTF8(line, 1, 200), map('line', substringUTF8(line, 1, 10000))
        FROM (${events.unreadable})`,
      readingOptions(run, events.settings),
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

/** Stores the import's row, which completes it, and moves its events in. Goes on after a crash of the engine. */
async function publish(run: ImportRun): Promise<void> {
  const { input, driver } = run
  run.report({ phase: 'publishing', rows: 0, bytes: 0, totalBytes: 0 })
  for (let attempt = 1; ; attempt++) {
    try {
      if (!(await isImported(driver, input.workspace, input.number)))
        await driver.insert('imports', [{ workspace: input.workspace, number: input.number, source: input.source }])
      await moveEvents(driver, { name: run.tableName, workspace: input.workspace, number: input.number })
      return
    } catch (error) {
      if (!(error instanceof EventStoreError) || error.code !== 'engine_stopped' || attempt === 3) throw error
    }
  }
}

async function forget(run: ImportRun, met: unknown): Promise<void> {
  const { workspace, number } = run.input
  const own = sql`workspace = ${int(workspace)} AND import = ${int(number)}`
  const statements = [
    sql`DROP TABLE IF EXISTS ${run.table}`,
    sql`DROP TABLE IF EXISTS ${unsafeSql(`${run.tableName}_counted`)}`,
    // On a full disk a deletion would wait for space; these rows are then taken back when the store is opened next.
    ...(met instanceof EventStoreError && met.code === 'disk_full' ? [] : ['refused', 'import_files']).map(
      (table) => sql`ALTER TABLE ${unsafeSql(table)} DELETE WHERE ${own} SETTINGS mutations_sync = 2`,
    ),
  ]
  for (const statement of statements) await tidy(run, statement)
}

/**
 * Cleans up, once more after a crash of the engine. What cannot be cleaned up now is when the store is opened next: the
 * report or the error that led here is what counts.
 */
async function tidy({ driver }: ImportRun, statement: Sql): Promise<void> {
  for (let attempt = 1; attempt <= 2; attempt++) {
    try {
      await driver.command(statement)
      return
    } catch (error) {
      if (!(error instanceof EventStoreError)) throw error
    }
  }
}
