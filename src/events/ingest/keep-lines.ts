import type { PreparedFile } from '../../sources/prepared-file.ts'
import { joinSql, sql, text, unsafeSql } from '../engine/sql.ts'
import { fileRows } from './file-rows.ts'
import type { ImportRun } from './import-files.ts'
import { fileOrder } from './plan-import.ts'

/**
 * Remembers each file and, where rows hold line breaks inside quotes, which rows take more than one line, so that any
 * event's line can be told without the file.
 */
export async function keepLines(run: ImportRun): Promise<void> {
  const { workspace, number, files } = run.input
  const rows = []
  for (const [file, alias] of fileOrder(run.input).entries()) {
    const prepared = files[alias]!
    const planned = run.rules.find((each) => each.rule.from === alias)
    const { before, long } = prepared.format === 'jsonl' ? await blankLines(run, prepared, planned) : await longRows(run, prepared, planned)
    rows.push({
      workspace,
      import: number,
      file,
      name: prepared.name,
      sha256: prepared.sha256,
      header_lines: prepared.headerRows + before,
      long_rows: long.map((row) => row.row),
      extra_lines: long.map((row) => row.extra),
    })
  }
  await run.driver.insert('import_files', rows)
}

interface LongRow {
  readonly row: number
  readonly extra: number
}
interface Lines {
  /** Lines before the first row that are no header. */
  readonly before: number
  readonly long: readonly LongRow[]
}
const oneEach: Lines = { before: 0, long: [] }

async function longRows(run: ImportRun, file: PreparedFile, planned: ImportRun['rules'][number] | undefined): Promise<Lines> {
  if (!planned || (file.format !== 'csv' && file.format !== 'tsv')) return oneEach
  if ((await planned.size.lines()) <= (await planned.size.rows()) + file.headerRows) return oneEach
  const table = fileRows(file, 'f0', file.columns)
  const breaks = file.columns.map((_, index) => unsafeSql(`countSubstrings(f0_${index}, '\\n')`))
  const long = await run.driver.query<LongRow>(
    sql`SELECT f0_row AS row, ${joinSql(breaks, ' + ')} AS extra FROM ${table.from} WHERE extra > 0 ORDER BY row LIMIT 5000000`,
    { signal: run.signal, settings: table.settings },
  )
  return { before: 0, long }
}

/** Blank lines between JSON lines are no rows; each counts as an extra line of the row before it. */
async function blankLines(run: ImportRun, file: PreparedFile, planned: ImportRun['rules'][number] | undefined): Promise<Lines> {
  if (!planned || (await planned.size.lines()) <= (await planned.size.rows())) return oneEach
  const places = sql`SELECT _row_number AS place FROM file(${text(file.path)}, 'LineAsString', 'line String') WHERE trim(BOTH ' \t\r' FROM line) != ''`
  const window = unsafeSql('OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)')
  const [first] = await run.driver.query<{ place: number }>(sql`SELECT min(place) AS place FROM (${places})`, { signal: run.signal })
  const long = await run.driver.query<LongRow>(
    sql`SELECT row, next - place - 1 AS extra FROM
      (SELECT place, row_number() ${window} - 1 AS row, leadInFrame(place, 1, place + 1) ${window} AS next FROM (${places}))
      WHERE extra > 0 ORDER BY row LIMIT 5000000`,
    { signal: run.signal },
  )
  return { before: first?.place ?? 0, long }
}
