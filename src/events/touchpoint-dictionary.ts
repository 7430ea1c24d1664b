import type { ClickHouseDriver } from './engine/clickhouse-driver.ts'
import { int, sql, type Sql } from './engine/sql.ts'
import { EventStoreError } from './event-store-error.ts'

/** Touchpoint names of a workspace and the small integers that stand for them in journeys; 0 is none. */
export interface TouchpointDictionary {
  readonly names: readonly string[]
  readonly ids: readonly number[]
  readonly nameOf: (id: number) => string
  /** 0 when the workspace has no such touchpoint. */
  readonly idOf: (name: string) => number
}

export async function readTouchpoints(driver: ClickHouseDriver, workspace: number): Promise<TouchpointDictionary> {
  const rows = await driver.query<{ id: number; name: string }>(
    sql`SELECT id, name FROM touchpoints WHERE workspace = ${int(workspace)} ORDER BY id`,
  )
  const names = new Map(rows.map((row) => [row.id, row.name]))
  const ids = new Map(rows.map((row) => [row.name, row.id]))
  return {
    names: rows.map((row) => row.name),
    ids: rows.map((row) => row.id),
    nameOf: (id) => names.get(id) ?? '',
    idOf: (name) => ids.get(name) ?? 0,
  }
}

/** Gives ids to names in `from` that have none yet, in name order. Throws `too_many_touchpoints`. */
export async function learnTouchpoints(
  driver: ClickHouseDriver,
  { workspace, from, limit }: { readonly workspace: number; readonly from: Sql; readonly limit: number },
): Promise<void> {
  const known = await readTouchpoints(driver, workspace)
  const seen = await driver.query<{ name: string }>(
    sql`SELECT DISTINCT touchpoint AS name FROM ${from} ORDER BY name LIMIT ${int(limit + 1)}`,
  )
  const fresh = seen.filter(({ name }) => known.idOf(name) === 0)
  const first = Math.max(0, ...known.ids) + 1
  if (first - 1 + fresh.length > limit)
    throw new EventStoreError(
      'too_many_touchpoints',
      `The files name more than ${limit} different touchpoints, for example "${fresh[0]?.name ?? ''}". A touchpoint is a place many customers meet: map the names to fewer in the recipe, or choose another column.`,
    )
  await driver.insert(
    'touchpoints',
    fresh.map(({ name }, index) => ({ workspace, id: first + index, name })),
  )
}
