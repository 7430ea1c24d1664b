import { mkdir, open, readdir, rm, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { JobProgress } from '../contract/jobs.ts'
import { simulate, type PresetName, type SimulateOptions, type Truth } from '../simulate/index.ts'
import { Refusal } from './refusal.ts'

export type { PresetName }

export interface SimulateFiles extends Omit<SimulateOptions, 'customers' | 'chunkSize'> {
  readonly directory: string
  /** People; or else about so many `events`. */
  readonly customers?: number | undefined
  readonly events?: number | undefined
  /** Write into a folder that holds something already. */
  readonly overwrite?: boolean
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
}

export interface SimulatedFiles {
  readonly truth: Truth
  readonly files: readonly { readonly name: string; readonly bytes: number }[]
}

const usualCustomers = 5000
const pilotCustomers = 2000

/**
 * Writes the files of a simulated company, part by part, in memory that does not grow. Refuses when the folder holds
 * something already. When it is aborted, the files begun are taken away.
 */
export async function simulateFiles({
  directory,
  customers,
  events,
  overwrite,
  signal,
  progress,
  ...options
}: SimulateFiles): Promise<SimulatedFiles> {
  await demandEmpty(directory, overwrite === true)
  const each = pilot(options)
  const people = customers ?? (events === undefined ? usualCustomers : Math.max(1, Math.round(events / each.events)))
  const handles = new Map<string, FileHandle>()
  const sizes = new Map<string, number>()
  try {
    let bytes = 0
    const chunks = simulate({ ...options, customers: people })
    for (let next = chunks.next(); ; next = chunks.next()) {
      if (next.done) return { truth: next.value, files: [...sizes].map(([name, size]) => ({ name, bytes: size })) }
      signal.throwIfAborted()
      const { file, text } = next.value
      const handle = handles.get(file) ?? (await open(join(directory, file), 'w'))
      handles.set(file, handle)
      const part = Buffer.from(text)
      await handle.appendFile(part)
      sizes.set(file, (sizes.get(file) ?? 0) + part.length)
      bytes += part.length
      const total = Math.max(bytes, Math.round(each.bytes * people))
      progress({ phase: 'Simulating customers', done: bytes, total, unit: 'bytes', rows: 0 })
    }
  } catch (error) {
    for (const name of handles.keys()) await rm(join(directory, name), { force: true })
    throw error
  } finally {
    for (const handle of handles.values()) await handle.close()
  }
}

async function demandEmpty(directory: string, overwrite: boolean): Promise<void> {
  await mkdir(directory, { recursive: true })
  const found = await readdir(directory)
  if (found.length > 0 && !overwrite)
    throw new Refusal(
      'not_empty',
      `${directory} holds ${found.length === 1 ? 'a file' : `${found.length} files`} already. Name an empty folder, or add --overwrite.`,
    )
}

/** Events and bytes a customer, from a small run. */
function pilot(options: Omit<SimulateOptions, 'customers'>): { readonly events: number; readonly bytes: number } {
  let bytes = 0
  const chunks = simulate({ ...options, customers: pilotCustomers, listCustomers: false })
  for (let next = chunks.next(); ; next = chunks.next()) {
    if (next.done) return { events: next.value.totals.events / pilotCustomers, bytes: bytes / pilotCustomers }
    if (next.value.file !== 'truth.json') bytes += next.value.text.length
  }
}
