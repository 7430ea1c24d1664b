import { open, type FileHandle } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import { readJsonRow, readLines } from './prepare-json-lines.ts'
import { maxRecordBytes } from './prepare-records.ts'
import { scanRecords, type RecordPlace } from './prepare-rows.ts'
import { rowOf } from './prepare-sample.ts'

/**
 * The 1-based line of the prepared content on which each of the given 0-based data rows starts. Blank lines of JSON lines
 * are no rows; in a table they are. A row that the file does not have is left out. Parquet has no lines: row + 1.
 */
export async function lineOfRow(
  prepared: PreparedFile,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, number>> {
  const lines = new Map<number, number>()
  if (rows.length === 0) return lines
  if (prepared.format === 'parquet') return new Map(rows.map((row) => [row, row + 1]))
  await eachRow(prepared, rows, { signal, take: ({ row, line }) => void lines.set(row, line) })
  return lines
}

/** The given 0-based data rows whole, as text by column name, so that they can be mended and replayed. None for Parquet. */
export async function rawRows(
  prepared: PreparedFile,
  rows: readonly number[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<number, Readonly<Record<string, string>>>> {
  const raw = new Map<number, Readonly<Record<string, string>>>()
  if (rows.length === 0 || prepared.format === 'parquet') return raw
  if (prepared.format === 'jsonl') {
    await eachRow(prepared, rows, { signal, take: ({ row, text }) => void raw.set(row, jsonRow(text)) })
    return raw
  }
  const places: { readonly row: number; readonly place: RecordPlace }[] = []
  await eachRow(prepared, rows, { signal, take: ({ row, place }) => void (place && places.push({ row, place })) })
  await using file = await open(prepared.path)
  for (const { row, place } of places) raw.set(row, rowOf(prepared.columns, await readRecord(file, place, prepared.delimiter)))
  return raw
}

interface Walk {
  readonly signal: AbortSignal | undefined
  readonly take: (found: { readonly row: number; readonly line: number; readonly text: string; readonly place?: RecordPlace }) => void
}

async function eachRow(prepared: PreparedFile, rows: readonly number[], { signal, take }: Walk): Promise<void> {
  const wanted = new Set(rows)
  const last = rows.reduce((a, b) => Math.max(a, b), -1)
  if (prepared.format === 'jsonl') {
    let row = 0
    for await (const { line, text } of readLines(prepared.path, prepared.name)) {
      signal?.throwIfAborted()
      if (row > last) return
      if (wanted.has(row)) take({ row, line, text })
      row++
    }
    return
  }
  await scanRecords(prepared.path, { delimiter: prepared.delimiter, signal }, (place) => {
    const row = place.record - prepared.headerRows
    if (wanted.has(row)) take({ row, line: place.line, text: '', place })
    return row < last
  })
}

/** A line that is no JSON object is kept whole under "line". */
function jsonRow(text: string): Readonly<Record<string, string>> {
  const row = readJsonRow(text)
  return row ? Object.fromEntries(row) : { line: text }
}

async function readRecord(file: FileHandle, { from, to }: RecordPlace, delimiter: string): Promise<readonly string[]> {
  const length = Math.min(to - from, maxRecordBytes)
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, from)
  const records: unknown = parse(buffer, { delimiter, bom: from === 0, relax_quotes: true, relax_column_count: true })
  return Array.isArray(records) && Array.isArray(records[0]) ? records[0].map(String) : []
}
