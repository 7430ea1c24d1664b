import type { EventStore } from '../events/event-store.ts'
import type { SampledFile } from '../sources/inference.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'

/** Who can look into every format: Parquet is read by the engine only. It may still be starting. */
export type FileReader = Pick<EventStore, 'describe'> | Promise<Pick<EventStore, 'describe'>>

const sampleRows = 500

/** A file's columns and first rows, for working out a recipe. `name` is what recipes match it by. */
export async function sampleFile(
  file: PreparedFile,
  { reader, name, signal }: { readonly reader: FileReader; readonly name: string; readonly signal: AbortSignal },
): Promise<SampledFile> {
  const { rows } = await (await reader).describe(file, sampleRows, signal)
  return { name, columns: file.columns, rows, ...(file.moreColumns && { moreColumns: true }) }
}
