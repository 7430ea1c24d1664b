import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { ClickHouseDriver, QueryOptions } from '../engine/clickhouse-driver.ts'
import { sql, text, type Sql } from '../engine/sql.ts'
import { EventStoreError } from '../event-store-error.ts'
import { limits } from '../schema.ts'

/** How large a file is, counted once and only when asked. */
export interface FileSize {
  /** Lines of a text file. */
  readonly lines: () => Promise<number>
  /** Data rows. `arrived` rows are known to be there: where the file has no more lines than that, they are all. */
  readonly rows: (arrived?: number) => Promise<number>
}

export function fileSize(
  driver: ClickHouseDriver,
  file: PreparedFile,
  count: { readonly rows: Sql; readonly settings: NonNullable<QueryOptions['settings']> },
): FileSize {
  let counted: { lines?: Promise<number>; rows?: Promise<number> } = {}
  const lines = (): Promise<number> => {
    counted.lines ??= countOf(driver, sql`SELECT count() AS n FROM file(${text(file.path)}, 'LineAsString', 'line String')`)
    return counted.lines
  }
  const rows = async (arrived?: number): Promise<number> => {
    // Counting lines is many times faster than reading rows; a row never has less than one.
    if (arrived !== undefined && arrived > 0 && file.format !== 'parquet' && (await lines()) - file.headerRows === arrived) return arrived
    return countOf(driver, count.rows, { settings: count.settings })
  }
  return {
    lines,
    rows(arrived) {
      counted = { ...counted, rows: counted.rows ?? rows(arrived).then(checkRows) }
      return counted.rows!
    },
  }
}

async function countOf(driver: ClickHouseDriver, statement: Sql, options: QueryOptions = {}): Promise<number> {
  const [count] = await driver.query<{ n: number }>(statement, options)
  return count?.n ?? 0
}

function checkRows(rows: number): number {
  if (rows > limits.rowsPerFile)
    throw new EventStoreError('file_unreadable', `A file may hold ${limits.rowsPerFile} rows at the most. Split it.`)
  return rows
}
