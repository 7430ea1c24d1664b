import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql } from '../engine/sql.ts'

/** Which ids are joined now. */
export interface IdentityRevision {
  /** Grows whenever joins change. */
  readonly number: number
  /** Is any id joined with another? */
  readonly joined: boolean
}

export async function readIdentity(driver: ClickHouseDriver, workspace: number): Promise<IdentityRevision> {
  const [row] = await driver.query<{ number: number; joined: number }>(
    sql`SELECT (SELECT max(number) FROM identity_runs WHERE workspace = ${int(workspace)}) AS number, (SELECT count() FROM persons WHERE workspace = ${int(workspace)}) AS joined`,
  )
  return { number: row?.number ?? 0, joined: (row?.joined ?? 0) > 0 }
}
