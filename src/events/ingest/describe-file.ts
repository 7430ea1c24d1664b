import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, joinSql, sql, text, unsafeSql } from '../engine/sql.ts'
import { describeParquet } from './describe-parquet.ts'
import { fileRows } from './file-rows.ts'
import { readSample } from './prepare-sample.ts'

/** A file with its columns known, and its first rows as texts by column. */
export async function describeFile(
  driver: ClickHouseDriver,
  file: PreparedFile,
  { rows, signal }: { readonly rows: number; readonly signal: AbortSignal },
): Promise<{ readonly file: PreparedFile; readonly rows: readonly Readonly<Record<string, string>>[] }> {
  if (file.format !== 'parquet') return { file, rows: await readSample(file, rows) }
  const described = await describeParquet(driver, file, signal)
  if (described.columns.length === 0) return { file: described, rows: [] }
  const table = fileRows(described, 'f0', described.columns)
  const pairs = described.columns.map((name) => sql`${text(name)}, ${table.column(name) ?? unsafeSql("''")}`)
  const found = await driver.query<{ raw: Record<string, string> }>(
    sql`SELECT map(${joinSql(pairs, ', ')}) AS raw FROM ${table.from} ORDER BY f0_row LIMIT ${int(rows)}`,
    { signal },
  )
  return { file: described, rows: found.map(({ raw }) => raw) }
}
