import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { sql, text } from '../engine/sql.ts'

/**
 * A Parquet file with its columns and their types, which only the engine can read; any other file as it is. A field of a
 * nested record becomes a column of its own, `user.id`; lists and maps stay whole, as JSON text.
 */
export async function describeParquet(driver: ClickHouseDriver, file: PreparedFile, signal?: AbortSignal): Promise<PreparedFile> {
  if (file.format !== 'parquet' || file.columns.length > 0) return file
  const described = await driver.query<{ name: string; type: string; is_subcolumn: 0 | 1 }>(
    sql`DESCRIBE file(${text(file.path)}, 'Parquet') SETTINGS describe_include_subcolumns = 1`,
    signal ? { signal } : {},
  )
  const types = new Map(described.map(({ name, type }) => [name, plainType(type)]))
  const columns = described.filter(({ name, type, is_subcolumn }) => {
    if (isRecord(plainType(type))) return false
    return is_subcolumn === 0 || isFieldOfRecord(name, types)
  })
  return { ...file, columns: columns.map(({ name }) => name), types: columns.map(({ type }) => plainType(type)) }
}

const isRecord = (type: string): boolean => type.startsWith('Tuple(')

function isFieldOfRecord(name: string, types: ReadonlyMap<string, string>): boolean {
  const parent = types.get(name.slice(0, name.lastIndexOf('.')))
  return parent !== undefined && isRecord(parent)
}

/** The type of the values that are there. */
function plainType(type: string): string {
  const [, inner] = /^(?:Nullable|LowCardinality)\(([\s\S]*)\)$/.exec(type) ?? []
  return inner === undefined ? type : plainType(inner)
}

/** SQL function calls that turn a Parquet value into text; a moment that knows its zone says so, another is read in the recipe's. */
export function parquetText(column: string, type: string): string {
  if (type.startsWith('DateTime')) return type.includes("'") ? `concat(toString(${column}, 'UTC'), 'Z')` : `toString(${column}, 'UTC')`
  return /^(?:Array|Map|Tuple|JSON|Variant|Dynamic)\b/.test(type) ? `toJSONString(${column})` : `toString(${column})`
}
