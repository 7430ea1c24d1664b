import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql } from '../engine/sql.ts'
import type { RefusedRow } from '../event-store.ts'
import { lineOf } from './line-of.ts'
import { problems } from './problems.ts'

/** Refused rows of an import in file order, whole. */
export async function listRefused(
  driver: ClickHouseDriver,
  {
    workspace,
    number,
    limit,
    offset,
  }: { readonly workspace: number; readonly number: number; readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly rows: readonly RefusedRow[] }> {
  const scope = sql`workspace = ${int(workspace)} AND import = ${int(number)}`
  const [count] = await driver.query<{ total: number }>(sql`SELECT count() AS total FROM refused WHERE ${scope}`)
  const rows = await driver.query<{ file: string; line: number; problem: number; value: string; raw: Record<string, string> }>(
    sql`SELECT f.name AS file, ${lineOf('r.row')} AS line, r.problem AS problem, r.value AS value, r.raw AS raw
      FROM (SELECT * FROM refused WHERE ${scope} ORDER BY file, row LIMIT ${int(limit)} OFFSET ${int(offset)}) AS r
      INNER JOIN (SELECT * FROM import_files WHERE ${scope}) AS f ON f.file = r.file ORDER BY r.file, r.row`,
  )
  return { total: count?.total ?? 0, rows: rows.map(({ problem, ...row }) => ({ ...row, ...(problems[problem] ?? problems[0]) })) }
}
