import type { PreparedFile } from '../../sources/prepared-file.ts'
import { joinSql, sql, unsafeSql } from '../engine/sql.ts'
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
    const long = await longRows(
      run,
      prepared,
      run.rules.find((planned) => planned.rule.from === alias),
    )
    rows.push({
      workspace,
      import: number,
      file,
      name: prepared.name,
      sha256: prepared.sha256,
      header_lines: prepared.headerRows,
      long_rows: long.map((row) => row.row),
      extra_lines: long.map((row) => row.extra),
    })
  }
  await run.driver.insert('import_files', rows)
}

async function longRows(
  run: ImportRun,
  file: PreparedFile,
  planned: ImportRun['rules'][number] | undefined,
): Promise<readonly { readonly row: number; readonly extra: number }[]> {
  if (!planned || (file.format !== 'csv' && file.format !== 'tsv')) return []
  if ((await planned.size.lines()) <= (await planned.size.rows()) + file.headerRows) return []
  const table = fileRows(file, 'f0', file.columns)
  const breaks = file.columns.map((_, index) => unsafeSql(`countSubstrings(f0_${index}, '\\n')`))
  return run.driver.query(
    sql`SELECT f0_row AS row, ${joinSql(breaks, ' + ')} AS extra FROM ${table.from} WHERE extra > 0 ORDER BY row LIMIT 5000000`,
    { signal: run.signal, settings: table.settings },
  )
}
