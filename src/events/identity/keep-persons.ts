import type { IdentityJoin } from '../../journey/identity.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import { createJoins, createPersons } from '../schema.ts'

export interface KeptPersons {
  readonly workspace: number
  readonly joins: readonly IdentityJoin[]
  readonly person: ReadonlyMap<string, string>
}

const batch = 50_000

/**
 * Puts these joins in the place of all that were there. The revision grows before and after, so that journeys built in
 * between, or before a crash in between, are built anew.
 */
export async function keepPersons(driver: ClickHouseDriver, { workspace, joins, person }: KeptPersons): Promise<void> {
  await grow(driver, workspace)
  await replace(driver, { workspace, table: 'identity_joins', create: createJoins }, async (name) => {
    for (let at = 0; at < joins.length; at += batch)
      await driver.insert(
        name,
        joins.slice(at, at + batch).map((join, index) => ({ workspace, number: at + index + 1, ...join })),
      )
  })
  await replace(driver, { workspace, table: 'persons', create: createPersons }, async (name) => {
    const pairs = [...person]
    for (let at = 0; at < pairs.length; at += batch) {
      const some = pairs.slice(at, at + batch)
      // The engine hashes the ids, as it does with those of events.
      await driver.command(
        sql`INSERT INTO ${unsafeSql(name)} (workspace, customer, person) SELECT ${int(workspace)}, sipHash64(p.1), sipHash64(p.2) FROM (SELECT arrayJoin(arrayZip(${{ type: 'Array(String)', value: some.map(([id]) => id) }}, ${{ type: 'Array(String)', value: some.map(([, id]) => id) }})) AS p)`,
      )
    }
  })
  await grow(driver, workspace)
}

async function grow(driver: ClickHouseDriver, workspace: number): Promise<void> {
  await driver.command(
    sql`INSERT INTO identity_runs (workspace, number, through) SELECT ${int(workspace)}, (SELECT max(number) FROM identity_runs WHERE workspace = ${int(workspace)}) + 1, (SELECT max(number) FROM imports WHERE workspace = ${int(workspace)})`,
  )
}

interface Replaced {
  readonly workspace: number
  readonly table: string
  readonly create: (name: string) => Sql
}

/** Fills a table beside the old one and takes its place in one step. */
async function replace(
  driver: ClickHouseDriver,
  { workspace, table, create }: Replaced,
  fill: (name: string) => Promise<void>,
): Promise<void> {
  const name = `${table}_next_${workspace}`
  const [next, old] = [unsafeSql(name), unsafeSql(table)]
  await driver.command(sql`DROP TABLE IF EXISTS ${next}`)
  await driver.command(create(name))
  await fill(name)
  const [any] = await driver.query(sql`SELECT 1 AS one FROM ${next} LIMIT 1`)
  const partition = unsafeSql(String(workspace))
  await driver.command(
    any ? sql`ALTER TABLE ${old} REPLACE PARTITION ${partition} FROM ${next}` : sql`ALTER TABLE ${old} DROP PARTITION ${partition}`,
  )
  await driver.command(sql`DROP TABLE ${next}`)
}
