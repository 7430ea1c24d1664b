import type { RefusedRow } from '../events/event-store.ts'
import type { Actor } from './actor.ts'
import { safeCsvLine } from './csv-text.ts'
import { getImport } from './list-imports.ts'
import { eachRefused } from './list-refused.ts'
import type { Wend } from './wend.ts'

const about = ['refused file', 'refused line', 'refused field', 'refused because'] as const

/** The refused rows as CSV text: their own columns, then where each stood and why it was refused. Refuses with `import_not_found`. */
export async function refusedCsv(actor: Actor, wend: Wend, number: number): Promise<AsyncIterable<string>> {
  await getImport(actor, wend, number)
  const columns = await refusedColumns(eachRefused(actor, wend, number))
  return lines(columns, eachRefused(actor, wend, number))
}

/** Every column that some refused row has, in the order in which they first appear. */
export async function refusedColumns(rows: AsyncIterable<RefusedRow>): Promise<readonly string[]> {
  const columns = new Set<string>()
  for await (const { raw } of rows) for (const column of Object.keys(raw)) columns.add(column)
  return [...columns]
}

async function* lines(columns: readonly string[], rows: AsyncIterable<RefusedRow>): AsyncGenerator<string> {
  yield safeCsvLine([...columns, ...about])
  for await (const { raw, file, line, field, reason } of rows)
    yield safeCsvLine([...columns.map((column) => raw[column] ?? ''), file, String(line), field, reason])
}
