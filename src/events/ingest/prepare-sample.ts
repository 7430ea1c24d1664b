import type { PreparedFile } from '../../sources/prepared-file.ts'
import { readJsonRow, readLines } from './prepare-json-lines.ts'
import { readRecords } from './prepare-records.ts'

/**
 * The first `rows` data rows as texts by column name, for previews and inference. A line of JSON that cannot be read is left
 * out. Parquet gives none: the engine reads it.
 */
export async function readSample(prepared: PreparedFile, rows: number): Promise<readonly Readonly<Record<string, string>>[]> {
  switch (prepared.format) {
    case 'csv':
    case 'tsv': {
      const records = await readRecords(prepared.path, prepared.delimiter, { count: prepared.headerRows + rows, name: prepared.name })
      return records.slice(prepared.headerRows).map((record) => rowOf(prepared.columns, record))
    }
    case 'jsonl': {
      const sample: Record<string, string>[] = []
      for await (const { text } of readLines(prepared.path, prepared.name)) {
        if (sample.length >= rows) break
        const row = readJsonRow(text)
        if (row) sample.push(Object.fromEntries(row))
      }
      return sample
    }
    case 'parquet':
      return []
  }
}

/** Fields by column name; fields beyond the header are called "column N", absent ones are empty. */
export function rowOf(columns: readonly string[], record: readonly string[]): Record<string, string> {
  const row = Object.fromEntries(columns.map((column, i) => [column, record[i] ?? '']))
  for (let i = columns.length; i < record.length; i++) row[`column ${i + 1}`] = record[i] ?? ''
  return row
}
