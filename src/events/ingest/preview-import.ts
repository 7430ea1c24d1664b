import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import { int, sql } from '../engine/sql.ts'
import type { ImportInput, PreviewEvent } from '../event-store.ts'
import { planImport } from './plan-import.ts'
import { problems } from './problems.ts'
import { onReadableFiles } from './readable-input.ts'

interface Found extends Omit<PreviewEvent, 'file' | 'line' | 'problem'> {
  readonly row: number
  readonly problem: number
}

/** The first events each rule would make, in file order; stores nothing. Lines assume that no row holds a line break. */
export async function previewImport(
  driver: ClickHouseDriver,
  input: ImportInput,
  { limit, signal, workDir }: { readonly limit: number; readonly signal: AbortSignal; readonly workDir: string },
): Promise<readonly PreviewEvent[]> {
  return onReadableFiles(input, { driver, signal, workDir }, (readable) => previewReadable(driver, readable, { limit, signal }))
}

async function previewReadable(
  driver: ClickHouseDriver,
  input: ImportInput,
  { limit, signal }: { readonly limit: number; readonly signal: AbortSignal },
): Promise<readonly PreviewEvent[]> {
  const shown: PreviewEvent[] = []
  for (const planned of planImport(driver, input)) {
    const file = input.files[planned.rule.from]!
    const found = await driver.query<Found>(
      sql`SELECT row, customer_id AS customer, account_id AS account, touchpoint, channel, toUnixTimestamp64Milli(time) AS time, score, substring(verbatim, 1, 500) AS text, problem
        FROM (${planned.events.select}) ORDER BY row, part LIMIT ${int(limit)}`,
      { signal, settings: planned.events.settings },
    )
    for (const { row, problem, ...event } of found)
      shown.push({ ...event, file: file.name, line: row + file.headerRows + 1, problem: problems[problem]?.reason ?? '' })
  }
  return shown.slice(0, limit * Math.max(1, input.recipe.events.length))
}
