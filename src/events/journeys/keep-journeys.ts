import { canonicalJson } from '../../journey/canonical-json.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import { readIdentity } from '../identity/identity-revision.ts'
import { createJourneys, journeyFormat } from '../schema.ts'
import { readTouchpoints } from '../touchpoint-dictionary.ts'
import { buildJourneys, buildSettings } from './build-journeys.ts'
import { journeyParts, partColumns } from './journey-parts.ts'

/** The stored journeys of a definition: a table expression with the columns of `journeys`. */
export interface KeptJourneys {
  readonly from: Sql
}

interface DefinitionRow {
  readonly id: number
  readonly builtThrough: number
  /** Revision of the joined ids that it was built with. */
  readonly identity: number
  /** Which `journeyFormat` it was built in. */
  readonly format: number
  /** How many journeys were stored. */
  readonly journeys: number
}

/** Above this share of touched units, building all anew is cheaper than building some and copying the rest. */
const rebuildShare = 0.1

/**
 * Returns a definition's journeys, building them where they are missing and bringing them up to date for the units that
 * newer imports touch. Calls for one definition must not overlap.
 */
export async function keepJourneys(driver: ClickHouseDriver, workspace: number, definition: JourneyDefinition): Promise<KeptJourneys> {
  const key = canonicalJson({ ...definition, name: '' })
  const row = (await findDefinition(driver, workspace, key)) ?? (await addDefinition(driver, workspace, key))
  const [newest] = await driver.query<{ number: number }>(
    sql`SELECT max(number) AS number FROM imports WHERE workspace = ${int(workspace)}`,
  )
  const through = newest?.number ?? 0
  const { number: identity, joined } = await readIdentity(driver, workspace)
  // An engine that is killed while new journeys take the old ones' place may come back with both.
  const [stored] = await driver.query<{ n: number }>(
    sql`SELECT count() AS n FROM journeys WHERE workspace = ${int(workspace)} AND definition = ${int(row.id)}`,
  )
  const sound = row.identity === identity && row.format === journeyFormat && row.journeys === stored?.n
  if (row.builtThrough < through || !sound) {
    const since = sound ? row : { ...row, builtThrough: 0 }
    const journeys = await update(driver, { workspace, definition, row: since, joined })
    await driver.insert('definitions', [
      { workspace, id: row.id, key, built_through: through, version: through + identity + 1, identity, format: journeyFormat, journeys },
    ])
  }
  return { from: sql`(SELECT * FROM journeys WHERE workspace = ${int(workspace)} AND definition = ${int(row.id)})` }
}

async function findDefinition(driver: ClickHouseDriver, workspace: number, key: string): Promise<DefinitionRow | undefined> {
  const [row] = await driver.query<DefinitionRow>(
    sql`SELECT id, built_through AS builtThrough, identity, format, journeys FROM definitions FINAL WHERE workspace = ${int(workspace)} AND key = ${text(key)}`,
  )
  return row
}

async function addDefinition(driver: ClickHouseDriver, workspace: number, key: string): Promise<DefinitionRow> {
  const [last] = await driver.query<{ id: number }>(sql`SELECT max(id) AS id FROM definitions WHERE workspace = ${int(workspace)}`)
  const id = (last?.id ?? 0) + 1
  await driver.insert('definitions', [{ workspace, id, key, built_through: 0, version: 1, format: journeyFormat }])
  return { id, builtThrough: 0, identity: 0, format: journeyFormat, journeys: 0 }
}

interface Update {
  readonly workspace: number
  readonly definition: JourneyDefinition
  readonly row: DefinitionRow
  readonly joined: boolean
}

async function update(driver: ClickHouseDriver, { workspace, definition, row, joined }: Update): Promise<number> {
  const dictionary = await readTouchpoints(driver, workspace)
  const unit = unsafeSql(definition.unit)
  const touched = sql`SELECT DISTINCT ${unit} FROM events WHERE workspace = ${int(workspace)} AND import > ${int(row.builtThrough)}`
  const [share] =
    row.builtThrough === 0
      ? [{ touched: 1, all: 1 }]
      : await driver.query<{ touched: number; all: number }>(
          sql`SELECT (SELECT count() FROM (${touched})) AS touched, (SELECT uniq(unit) FROM journeys WHERE workspace = ${int(workspace)} AND definition = ${int(row.id)}) AS all`,
        )
  // With joined ids a new event can touch a customer under another id: all are built anew.
  const all = joined || !share || share.touched > share.all * rebuildShare
  const name = `building_${workspace}_${row.id}`
  const target = unsafeSql(name)
  const build = buildJourneys({
    workspace,
    definition,
    dictionary,
    joined,
    parts: journeyParts,
    ...(all ? {} : { units: sql` AND ${unit} IN (${touched})` }),
  })
  const built = unsafeSql(`unit, number, start, "end", goal, touchpoints, gaps, segments, ${partColumns(journeyParts).join(', ')}`)
  const columns = sql`workspace, definition, ${built}`
  const settings = { ...buildSettings, max_execution_time: 0 }
  await driver.command(sql`DROP TABLE IF EXISTS ${target}`)
  await driver.command(createJourneys(name))
  if (!all)
    await driver.command(
      sql`INSERT INTO ${target} (${columns}) SELECT ${columns} FROM journeys WHERE workspace = ${int(workspace)} AND definition = ${int(row.id)} AND unit NOT IN (${touched})`,
      { settings },
    )
  await driver.command(sql`INSERT INTO ${target} (${columns}) SELECT ${int(workspace)}, ${int(row.id)}, ${built} FROM (${build})`, {
    settings,
  })
  const partition = unsafeSql(`(${workspace}, ${row.id})`)
  const [made] = await driver.query<{ n: number }>(sql`SELECT count() AS n FROM ${target}`)
  // One statement takes the old journeys' place, so no question sees half of each. An empty table has no partition to take it.
  await driver.command(
    made?.n
      ? sql`ALTER TABLE journeys REPLACE PARTITION ${partition} FROM ${target}`
      : sql`ALTER TABLE journeys DROP PARTITION ${partition}`,
  )
  await driver.command(sql`DROP TABLE ${target}`)
  return made?.n ?? 0
}
