import { sql, unsafeSql, type Sql } from '../engine/sql.ts'

/**
 * The 1-based line on which a row begins: the header, the rows before it, and the line breaks inside those rows.
 * `f` is the joined row of `import_files`; `row` the SQL of the row number.
 */
export const lineOf = (row: string): Sql =>
  sql`toUInt64(f.header_lines + ${unsafeSql(row)} + 1 + arraySum(arrayMap((long_row, extra) -> if(long_row < ${unsafeSql(row)}, extra, 0), f.long_rows, f.extra_lines)))`
