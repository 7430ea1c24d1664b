import type { PreparedFile } from '../../sources/prepared-file.ts'
import { joinSql, sql, text, unsafeSql, type Sql } from '../engine/sql.ts'
import { parquetText } from './describe-parquet.ts'
import { unreadableLine } from './mend-json-lines.ts'

/** The rows of a file as a table: `row` (0-based among the data rows) and each asked column as `c0`, `c1`, ... (String). */
export interface FileRows {
  readonly from: Sql
  /** All rows, also those that cannot be read. */
  readonly every: Sql
  /** SELECT of `row` and `line` of the rows that cannot be read; undefined where all can. */
  readonly unreadable?: Sql
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
  const from = sql`(SELECT *, toUInt32(_row_number - ${headers}) AS ${unsafeSql(`${alias}_row`)} FROM file(${text(file.path)}, 'CSV', ${text(structure)}) WHERE _row_number >= ${headers})`
  return {
    from,
    every: from,
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
  const read = file.unreadableLines ? [...keys, unreadableLine] : keys
  const structure = read.map((name) => `${quote(name)} String`).join(', ')
  const source = sql`file(${text(file.path)}, 'JSONEachRow', ${text(structure === '' ? '_ String' : structure)})`
  const bad = unsafeSql(quote(unreadableLine))
  const renamed = keys.map((name, index) => `${quote(name)} AS ${alias}_${index}, `).join('')
  const every = sql`SELECT ${unsafeSql(renamed)}toUInt32(_row_number) AS ${unsafeSql(`${alias}_row`)} FROM ${source}`
  return {
    from: file.unreadableLines ? sql`(${every} WHERE ${bad} = '')` : sql`(${every})`,
    every: sql`(${every})`,
    ...(file.unreadableLines && { unreadable: sql`SELECT toUInt32(_row_number) AS row, ${bad} AS line FROM ${source} WHERE ${bad} != ''` }),
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
  input_format_json_throw_on_bad_escape_sequence: 0,
  input_format_skip_unknown_fields: 1,
  input_format_null_as_default: 1,
} as const

function parquetRows(file: PreparedFile, alias: string, used: readonly string[]): FileRows {
  const typeOf = new Map(file.columns.map((name, index) => [name, file.types?.[index] ?? 'String']))
  const known = used.filter((name) => typeOf.has(name))
  const list = known.map((name, index) => `ifNull(${parquetText(quote(name), typeOf.get(name)!)}, '') AS ${alias}_${index}, `).join('')
  const from = sql`(SELECT ${unsafeSql(list)}toUInt32(_row_number) AS ${unsafeSql(`${alias}_row`)} FROM file(${text(file.path)}, 'Parquet'))`
  return {
    from,
    every: from,
    column(name) {
      const index = known.indexOf(name)
      return index < 0 ? undefined : unsafeSql(`${alias}_${index}`)
    },
    settings: {},
  }
}

const quote = (name: string): string => '`' + name.replaceAll('\\', '\\\\').replaceAll('`', '\\`') + '`'
