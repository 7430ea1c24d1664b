import { createEvents } from '../schema.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import type { ImportRun } from './import-files.ts'

/** What arrived before duplicates were taken away: events, and rows with at least one event, by file. */
export interface Arrived {
  readonly events: number
}

/**
 * Takes away events whose message id is stored already. Identical events without an id of their own inside one import are
 * different events, counted: the second one of a file is a duplicate only if two are stored.
 */
export async function dropDuplicates(run: ImportRun): Promise<Arrived> {
  run.report({ phase: 'checking', rows: 0, bytes: 0, totalBytes: 0 })
  const [here] = await run.driver.query<{ events: number }>(sql`SELECT count() AS events FROM ${run.table}`, { signal: run.signal })
  const events = here?.events ?? 0
  if (events === 0) return { events }
  if ((await countIds(run, events)) < events) await countIdentical(run)
  if (await mayBeStored(run)) await dropStored(run)
  return { events }
}

/** Events of one slice of the ids; a slice fits in memory whatever the size of the import. */
const sliceSize = 10_000_000
const inSlice = (slice: number, slices: number): Sql => unsafeSql(`toUInt64(id) % ${slices} = ${slice}`)

async function countIds(run: ImportRun, events: number): Promise<number> {
  const slices = Math.ceil(events / sliceSize)
  let ids = 0
  for (let slice = 0; slice < slices; slice++) {
    const [count] = await run.driver.query<{ n: number }>(
      sql`SELECT uniqExact(id) AS n FROM ${run.table} WHERE ${inSlice(slice, slices)}`,
      { signal: run.signal },
    )
    ids += count?.n ?? 0
  }
  return ids
}

/**
 * Numbers events of equal id: those with an id of the source's own keep the first and lose the rest; the others get an id
 * of their own by adding their place among the identical ones.
 */
async function countIdentical(run: ImportRun): Promise<void> {
  const counted = unsafeSql(`${run.tableName}_counted`)
  const own = run.rules
    .filter((planned) => planned.rule.id !== undefined)
    .map(
      (planned) =>
        `(file = ${planned.file} AND part >= ${planned.firstPart} AND part < ${planned.firstPart + (planned.rule.each?.length ?? 1)})`,
    )
  const hasOwnId = unsafeSql(own.length === 0 ? 'false' : own.join(' OR '))
  await run.driver.command(sql`DROP TABLE IF EXISTS ${counted}`)
  await run.driver.command(createEvents(`${run.tableName}_counted`))
  await run.driver.command(
    sql`INSERT INTO ${counted} SELECT * EXCEPT (place) REPLACE (id + place AS id)
      FROM (SELECT *, row_number() OVER (PARTITION BY id ORDER BY file, row, part) - 1 AS place FROM ${run.table})
      WHERE place = 0 OR NOT (${hasOwnId})`,
    { signal: run.signal },
  )
  await run.driver.command(sql`EXCHANGE TABLES ${counted} AND ${run.table}`)
  await run.driver.command(sql`DROP TABLE ${counted}`)
}

/** Without a source's own ids, equal ids mean equal times: no overlap in time, no duplicates. */
async function mayBeStored(run: ImportRun): Promise<boolean> {
  const { workspace } = run.input
  const ownIds = run.rules.some((planned) => planned.rule.id !== undefined)
  const [stored] = await run.driver.query<{ n: number }>(
    ownIds
      ? sql`SELECT count() AS n FROM (SELECT 1 FROM events WHERE workspace = ${int(workspace)} LIMIT 1)`
      : sql`WITH (SELECT (min(time), max(time)) FROM ${run.table}) AS period
          SELECT count() AS n FROM (SELECT 1 FROM events WHERE workspace = ${int(workspace)} AND time >= period.1 AND time <= period.2 LIMIT 1)`,
    { signal: run.signal },
  )
  return (stored?.n ?? 0) > 0
}

/** In slices of the id, so that memory stays bounded whatever the sizes. */
async function dropStored(run: ImportRun): Promise<void> {
  const [size] = await run.driver.query<{ n: number }>(sql`SELECT count() AS n FROM ${run.table}`)
  const slices = Math.ceil((size?.n ?? 0) / sliceSize)
  for (let slice = 0; slice < slices; slice++) {
    const mine = inSlice(slice, slices)
    const stored = sql`SELECT id FROM events WHERE workspace = ${int(run.input.workspace)} AND ${mine} AND id IN (SELECT id FROM ${run.table} WHERE ${mine})`
    const [found] = await run.driver.query<{ n: number }>(sql`SELECT count() AS n FROM (${stored})`, { signal: run.signal })
    if (!found?.n) continue
    await run.driver.command(
      sql`ALTER TABLE ${run.table} DELETE WHERE ${mine} AND id IN (${stored}) SETTINGS mutations_sync = 2, allow_nondeterministic_mutations = 1`,
      { signal: run.signal },
    )
  }
}
