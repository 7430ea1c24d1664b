import type { ClickHouseDriver } from './engine/clickhouse-driver.ts'
import { int, sql } from './engine/sql.ts'
import { readIdentity } from './identity/identity-revision.ts'

/** Changes whenever an answer could. */
export async function readRevision(driver: ClickHouseDriver, workspace: number): Promise<string> {
  const [row] = await driver.query<{ imports: number }>(sql`SELECT max(number) AS imports FROM imports WHERE workspace = ${int(workspace)}`)
  return `imports ${row?.imports ?? 0}, identity ${(await readIdentity(driver, workspace)).number}`
}
