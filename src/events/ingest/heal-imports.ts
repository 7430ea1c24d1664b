import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql, unsafeSql } from '../engine/sql.ts'

/**
 * Finishes or takes back what a killed process left half done. An import is complete from the moment its row in `imports` is
 * stored: its events are then moved in; anything else of an import without that row was never acknowledged and goes.
 */
export async function healImports(driver: ClickHouseDriver): Promise<void> {
  await healTables(driver)
  for (const table of ['refused', 'import_files']) await takeBack(driver, table)
}

/** The same for the tables that imports and builds fill: of one workspace, when nothing else of it is under way, or of all. */
export async function healTables(driver: ClickHouseDriver, only?: number): Promise<void> {
  const tables = await driver.query<{ name: string }>(
    sql`SELECT name FROM system.tables WHERE database = currentDatabase() AND (name LIKE 'incoming\_%' OR name LIKE 'building\_%')`,
  )
  for (const { name } of tables) {
    if (only !== undefined && !new RegExp(`^(?:incoming|building)_${only}_`).test(name)) continue
    const [, workspace, number] = /^incoming_(\d+)_(\d+)$/.exec(name) ?? []
    if (workspace !== undefined) await finish(driver, { name, workspace: Number(workspace), number: Number(number) })
    await driver.command(sql`DROP TABLE IF EXISTS ${unsafeSql(name)}`)
  }
}

/** Moves the events of a completed import in, and has journeys that were built without them built again. */
async function finish(driver: ClickHouseDriver, incoming: Incoming): Promise<void> {
  const { workspace, number } = incoming
  if (!(await isImported(driver, workspace, number))) return
  await moveEvents(driver, incoming)
  await driver.command(
    sql`INSERT INTO definitions (workspace, id, key, built_through, version, identity, format, journeys) SELECT workspace, id, key, toUInt32(${int(number - 1)}), version, identity, format, journeys FROM definitions FINAL
      WHERE workspace = ${int(workspace)} AND built_through >= ${int(number)}`,
  )
}

/** Whether an import is complete. */
export async function isImported(driver: ClickHouseDriver, workspace: number, number: number): Promise<boolean> {
  const [row] = await driver.query(
    sql`SELECT 1 AS one FROM imports WHERE workspace = ${int(workspace)} AND number = ${int(number)} LIMIT 1`,
  )
  return row !== undefined
}

/** An import's own events table, and whose it is. */
export interface Incoming {
  readonly name: string
  readonly workspace: number
  readonly number: number
}

/**
 * Moves an import's own events into `events`; does nothing the second time. The engine moves a partition by first linking
 * its parts there and then dropping them here: killed in between, the events stand in both, or only some of them there.
 */
export async function moveEvents(driver: ClickHouseDriver, incoming: Incoming): Promise<void> {
  const { workspace, number } = incoming
  const [here] = await driver.query<{ n: number }>(sql`SELECT count() AS n FROM ${unsafeSql(incoming.name)}`)
  if (!here?.n) return
  const own = sql`workspace = ${int(workspace)} AND import = ${int(number)}`
  const [there] = await driver.query<{ n: number }>(sql`SELECT count() AS n FROM events WHERE ${own}`)
  if (there && there.n >= here.n) return
  if (there?.n) await driver.command(sql`ALTER TABLE events DELETE WHERE ${own} SETTINGS mutations_sync = 2`)
  await driver.command(sql`ALTER TABLE ${unsafeSql(incoming.name)} MOVE PARTITION ${unsafeSql(String(workspace))} TO TABLE events`)
}

async function takeBack(driver: ClickHouseDriver, table: string): Promise<void> {
  const orphans = sql`(workspace, import) NOT IN (SELECT workspace, number FROM imports)`
  const [any] = await driver.query(sql`SELECT 1 AS one FROM ${unsafeSql(table)} WHERE ${orphans} LIMIT 1`)
  if (any)
    await driver.command(
      sql`ALTER TABLE ${unsafeSql(table)} DELETE WHERE ${orphans} SETTINGS mutations_sync = 2, allow_nondeterministic_mutations = 1`,
    )
}
