import type { PreparedFile } from '../../sources/prepared-file.ts'
import { joinSql, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'

/** The rows of a file as a table: `row` (0-based among the data rows) and each asked column as `c0`, `c1`, ... (String). */
export interface FileRows {
  readonly from: Sql
  /** SQL of a column's text; undefined when the file has no such column. */
  column(name: string): Sql | undefined
  readonly settings: Readonly<Record<string, string | number>>
}

/** A file as the engine reads it. `alias` prefixes column names so that joined files do not collide; `used` are the columns that will be asked for. */
export function fileRows(file: PreparedFile, alias: string, used: readonly string[]): FileRows {
  switch (file.format) {
    case 'csv':
    case 'tsv':
      return delimitedRows(file, alias)
    case 'jsonl':
      return jsonRows(file, alias, used)
    case 'parquet':
      return parquetRows(file, alias, used)
  }
}

/**
 * The header is read as data and skipped by its row number: with a header the engine's parallel reader counts rows
 * unevenly (every row after the first block is one too high), without one its numbers are exact.
 */
function delimitedRows(file: PreparedFile, alias: string): FileRows {
  const structure = file.columns.map((_, index) => `${alias}_${index} String`).join(', ')
  const headers = unsafeSql(String(file.headerRows))
  return {
    from: sql`(SELECT *, toUInt32(_row_number - ${headers}) AS ${unsafeSql(`${alias}_row`)} FROM file(${text(file.path)}, 'CSV', ${text(structure)}) WHERE _row_number >= ${headers})`,
    column(name) {
      const index = file.columns.indexOf(name)
      return index < 0 ? undefined : unsafeSql(`${alias}_${index}`)
    },
    settings: delimitedSettings(file),
  }
}

const delimitedSettings = (file: PreparedFile): Readonly<Record<string, string | number>> => ({
  format_csv_delimiter: file.delimiter === '' ? ',' : file.delimiter,
  input_format_csv_allow_variable_number_of_columns: 1,
  input_format_csv_detect_header: 0,
  input_format_csv_trim_whitespaces: 0,
  input_format_csv_skip_trailing_empty_lines: 1,
})

/** `properties.page` is the key `page` of the object `properties`, or else a plain key that has a dot in its name. */
function jsonRows(file: PreparedFile, alias: string, used: readonly string[]): FileRows {
  const keys = [...new Set(used.flatMap((name) => (name.includes('.') ? [name, parentOf(name)] : [name])))]
  const column = (key: string): Sql => unsafeSql(`${alias}_${keys.indexOf(key)}`)
  const structure = keys.map((name) => `${quote(name)} String`).join(', ')
  const renamed = keys.map((name, index) => `${quote(name)} AS ${alias}_${index}, `).join('')
  return {
    from: sql`(SELECT ${unsafeSql(renamed)}toUInt32(_row_number) AS ${unsafeSql(`${alias}_row`)} FROM file(${text(file.path)}, 'JSONEachRow', ${text(structure === '' ? '_ String' : structure)}))`,
    column(name) {
      if (!keys.includes(name)) return undefined
      if (!name.includes('.')) return column(name)
      const path = name
        .split('.')
        .slice(1)
        .map((key) => sql`${text(key)}`)
      return sql`if(${column(name)} != '', ${column(name)}, ifNull(JSONExtract(${column(parentOf(name))}, ${joinSql(path, ', ')}, 'Nullable(String)'), ''))`
    },
    settings: jsonSettings,
  }
}

const parentOf = (name: string): string => name.slice(0, name.indexOf('.'))

const jsonSettings = {
  input_format_json_read_objects_as_strings: 1,
  input_format_json_read_arrays_as_strings: 1,
  input_format_json_read_numbers_as_strings: 1,
  input_format_json_read_bools_as_strings: 1,
  input_format_skip_unknown_fields: 1,
  input_format_null_as_default: 1,
} as const

function parquetRows(file: PreparedFile, alias: string, used: readonly string[]): FileRows {
  const list = used.map((name, index) => `ifNull(toString(${quote(name)}), '') AS ${alias}_${index}, `).join('')
  return {
    from: sql`(SELECT ${unsafeSql(list)}toUInt32(_row_number) AS ${unsafeSql(`${alias}_row`)} FROM file(${text(file.path)}, 'Parquet'))`,
    column(name) {
      const index = used.indexOf(name)
      return index < 0 ? undefined : unsafeSql(`${alias}_${index}`)
    },
    settings: {},
  }
}

const quote = (name: string): string => '`' + name.replaceAll('\\', '\\\\').replaceAll('`', '\\`') + '`'
