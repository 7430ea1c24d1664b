import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { JobProgress } from '../contract/jobs.ts'
import type { EventStore, ImportReport } from '../events/event-store.ts'
import { openEventStore } from '../events/open-event-store.ts'
import { localOwner } from './actor.ts'
import { chooseRecipe, type ChosenRecipe, type RecipeChoice } from './files-recipe.ts'
import { fitRecipe, prepareFiles, type NamedFile } from './prepare-files.ts'
import { Refusal } from './refusal.ts'
import { presentProgress } from './run-import.ts'
import type { FileReader } from './sample-file.ts'

export interface FilesInput extends RecipeChoice {
  /** As a person wrote them; messages name them so. */
  readonly paths: readonly string[]
  /** The system the data comes from; default: the files' names. */
  readonly source?: string | undefined
  /** Bytes of memory for the event engine. */
  readonly memory?: number | undefined
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
}

/** Files read into a store of their own, which is gone when it is closed. */
export interface OpenedFiles extends ChosenRecipe {
  readonly events: EventStore
  readonly report: ImportReport
  close(): Promise<void>
}

/** A one-shot command shares the machine with others. */
export const usualMemory = 1_000_000_000

/**
 * Reads files without any data directory, to ask questions of them. Refuses with `file_unreadable`, `bad_recipe` or
 * `no_data`; then, and when aborted, nothing is left on disk.
 */
export async function openFiles(input: FilesInput): Promise<OpenedFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'wend-'))
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true, maxRetries: 3 })
  let events: EventStore | undefined
  try {
    // The engine takes half a second to start; the files are looked at meanwhile.
    const opening = openEventStore({ directory: join(directory, 'events'), totalMemory: input.memory ?? usualMemory })
    const looked = await Promise.allSettled([opening, lookAt(input, { directory, reader: opening })])
    const [opened, chosen] = looked
    if (opened.status === 'fulfilled') events = opened.value
    if (chosen.status === 'rejected') throw chosen.reason
    if (opened.status === 'rejected') throw opened.reason
    const store = opened.value
    const { files, ...recipe } = chosen.value
    const source = input.source ?? input.paths.map((path) => basename(path)).join(', ')
    const report = await store.importFiles(
      { workspace: localOwner.workspace, number: 1, source, recipe: recipe.recipe, files },
      (at) => input.progress(presentProgress(at)),
      input.signal,
    )
    if (report.events.stored === 0) throw nothingStored(report)
    const close = async (): Promise<void> => {
      await store.close()
      await remove()
    }
    return { ...recipe, events: store, report, close }
  } catch (error) {
    await events?.close()
    await remove()
    throw error
  }
}

/** Files made ready and the recipe that fits them. Refuses with `file_unreadable` or `bad_recipe`. */
export async function lookAt(
  input: Omit<FilesInput, 'source' | 'memory'>,
  { directory, reader }: { readonly directory: string; readonly reader: FileReader },
): Promise<ChosenRecipe & { readonly files: Awaited<ReturnType<typeof fitRecipe>> }> {
  const named = input.paths.map((path, i): NamedFile => ({ path, name: path, workDir: join(directory, `file-${i}`) }))
  const prepared = await prepareFiles(named, {
    reader,
    signal: input.signal,
    onBytes: (done, total) => input.progress({ phase: 'Looking at the files', done, total, unit: 'bytes', rows: 0 }),
  })
  const chosen = await chooseRecipe(prepared, input, { reader, signal: input.signal })
  return { ...chosen, files: await fitRecipe(chosen.recipe, prepared) }
}

function nothingStored({ rows, reasons, files }: ImportReport): Refusal {
  const names = files.map(({ name }) => name).join(', ')
  const [first] = reasons
  if (!first)
    return new Refusal(
      'no_data',
      `${names}: no event comes out of ${rows.read === 0 ? 'it: it has no rows' : `its ${rows.read} rows: the recipe leaves all of them out`}.`,
    )
  return new Refusal(
    'no_data',
    `None of the ${rows.read} rows can be used. ${first.firstFile}, line ${first.firstLine}, ${first.field}: ${first.reason}`,
  )
}
