import { ClickHouseError } from '@clickhouse/client'
import { rm } from 'node:fs/promises'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { ClickHouseDriver } from '../engine/clickhouse-driver.ts'
import type { ImportInput } from '../event-store.ts'
import { EventStoreError } from '../event-store-error.ts'
import { describeParquet } from './describe-parquet.ts'
import { mendJsonLines } from './mend-json-lines.ts'
import { findFault } from './prepare-find-fault.ts'

export interface Reading {
  readonly driver: ClickHouseDriver
  readonly signal: AbortSignal
  /** Where mended copies of files go; they are removed again. */
  readonly workDir: string
}

/**
 * Works on an import's files. Where the engine cannot read them, lines of JSON that are at fault are set apart and the work
 * is done again without them; any other fault rejects with `file_unreadable`, naming file and line.
 */
export async function onReadableFiles<Value>(
  given: ImportInput,
  reading: Reading,
  work: (input: ImportInput) => Promise<Value>,
): Promise<Value> {
  const input = { ...given, files: await eachFile(given, (file) => describeParquet(reading.driver, file, reading.signal)) }
  try {
    return await work(input)
  } catch (error) {
    if (!(error instanceof ClickHouseError)) throw error
    const mended = await mendedInput(input, reading, error)
    try {
      return await work(mended.input)
    } finally {
      for (const path of mended.made) await rm(path, { force: true })
    }
  }
}

/** Rejects with the error that was met where nothing is found that could be mended. */
async function mendedInput(
  input: ImportInput,
  { signal, workDir }: Reading,
  met: ClickHouseError,
): Promise<{ readonly input: ImportInput; readonly made: readonly string[] }> {
  const made: string[] = []
  const forgetMade = async (error: unknown): Promise<never> => {
    for (const path of made) await rm(path, { force: true })
    throw error
  }
  const files = await eachFile(input, async (file, alias) => {
    const hasRows = input.recipe.events.some((rule) => rule.from === alias)
    const mended = hasRows && file.format === 'jsonl' ? await mendJsonLines(file, { workDir, signal }) : undefined
    if (mended) made.push(mended.path)
    const fault = mended ? undefined : await findFault(file, signal)
    if (fault) throw new EventStoreError('file_unreadable', fault.message, { cause: met })
    return mended ?? file
  }).catch(forgetMade)
  if (made.length === 0) throw met
  return { input: { ...input, files }, made }
}

async function eachFile(
  { files }: ImportInput,
  change: (file: PreparedFile, alias: string) => Promise<PreparedFile>,
): Promise<Record<string, PreparedFile>> {
  const changed: Record<string, PreparedFile> = {}
  for (const [alias, file] of Object.entries(files)) changed[alias] = await change(file, alias)
  return changed
}
