import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { JobProgress } from '../contract/jobs.ts'
import type { EventStore, ImportReport } from '../events/event-store.ts'
import { parseColumns, type ColumnMapping } from '../sources/recipe-from-columns.ts'
import { openEventStore } from '../events/open-event-store.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import { localOwner } from './actor.ts'
import type { TimeAnswers } from './answer-open-questions.ts'
import { withArchetypes } from './archetypes/with-archetypes.ts'
import { chooseRecipe, type ChosenRecipe } from './choose-recipe.ts'
import { fitRecipe, prepareFiles, refusedRecipe, type NamedFile } from './prepare-files.ts'
import { Refusal } from './refusal.ts'
import { presentProgress } from './run-import.ts'
import { sampleFile, type FileReader } from './sample-file.ts'

export interface FilesInput extends TimeAnswers {
  /** YAML text. */
  readonly recipe?: string | undefined
  /** `customer=COLUMN,touchpoint=COLUMN,time=COLUMN` and more. */
  readonly columns?: string | undefined
  /** As a person wrote them; messages name them so. */
  readonly paths: readonly string[]
  /** The system the data comes from; default: the files' names. */
  readonly source?: string | undefined
  /** Bytes of memory for the event engine. */
  readonly memory?: number | undefined
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
}

/** A recipe and the open questions as sentences. */
export type ToldRecipe = Omit<ChosenRecipe, 'questions'> & { readonly questions: readonly string[] }

export interface OpenedFiles extends ToldRecipe {
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
    return { ...recipe, events: withArchetypes(store), report, close }
  } catch (error) {
    await events?.close()
    await remove()
    throw error
  }
}

/** Files made ready and the recipe that fits them. Refuses with `file_unreadable` or `bad_recipe`. */
export async function lookAt(
  input: Omit<FilesInput, 'source' | 'memory'>,
  {
    directory,
    reader,
    nameOf = (path) => path,
  }: { readonly directory: string; readonly reader: FileReader; readonly nameOf?: (path: string) => string },
): Promise<ToldRecipe & { readonly files: Awaited<ReturnType<typeof fitRecipe>> }> {
  const named = input.paths.map((path, i): NamedFile => ({ path, name: nameOf(path), workDir: join(directory, `file-${i}`) }))
  const prepared = await prepareFiles(named, {
    reader,
    signal: input.signal,
    onBytes: (done, total) => input.progress({ phase: 'Looking at the files', done, total, unit: 'bytes', rows: 0 }),
  })
  const columns = input.columns === undefined ? undefined : readColumns(input.columns)
  // Recipes match files by their names alone, without folders.
  const sample = (file: PreparedFile) => sampleFile(file, { reader, name: basename(file.name), signal: input.signal })
  const sampled = input.recipe === undefined ? await Promise.all(prepared.map(sample)) : []
  const chosen = chooseRecipe({ ...input, columns }, sampled)
  if (!chosen.ok) throw refusedRecipe(chosen.error)
  const { questions, ...recipe } = chosen.value
  return { ...recipe, questions: questions.map(({ text }) => text), files: await fitRecipe(recipe.recipe, prepared) }
}

function readColumns(text: string): ColumnMapping {
  const mapping = parseColumns(text)
  if (!mapping.ok) throw new Refusal('bad_recipe', `--columns: ${mapping.error}.`, [{ field: 'columns', message: mapping.error }])
  return mapping.value
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
