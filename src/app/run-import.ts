import type { JobProgress } from '../contract/jobs.ts'
import type { ImportProgress, ImportReport } from '../events/event-store.ts'
import { writeRecipe } from '../sources/write-recipe.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import type { Recipe } from '../sources/recipe.ts'
import type { Actor } from './actor.ts'
import { alertAfterImport } from './alerts.ts'
import { joinAfterImport } from './identity.ts'
import { demand } from './permission.ts'
import { fitRecipe, prepareFiles, type NamedFile } from './prepare-files.ts'
import type { Wend } from './wend.ts'

interface ImportSettings {
  readonly recipe: Recipe
  /** The recipe as a person wrote it, for the log. */
  readonly recipeText?: string
  /** The system the data comes from, as people call it. */
  readonly source: string
  /** The import whose refused rows are replayed. */
  readonly replays?: number
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
}
export interface ImportRun extends ImportSettings {
  readonly files: readonly NamedFile[]
}
export interface ReadyImport extends ImportSettings {
  /** By the recipe's aliases. */
  readonly files: Readonly<Record<string, PreparedFile>>
}

/**
 * Prepares files, checks the recipe against them, stores the events and writes the import down. Refuses before
 * anything is stored when a file or the recipe is wrong; rows that cannot be read are kept as refused rows.
 */
export async function runImport(actor: Actor, wend: Wend, run: ImportRun): Promise<ImportReport> {
  demand(actor, 'import')
  const { signal, progress, recipe } = run
  const prepared = await prepareFiles(run.files, {
    reader: wend.events,
    signal,
    onBytes: (done, total) => progress({ phase: 'Looking at the files', done, total, unit: 'bytes', rows: 0 }),
  })
  return storeImport(actor, wend, { ...run, files: await fitRecipe(recipe, prepared) })
}

/** The same for files that are prepared and fit the recipe. */
export async function storeImport(actor: Actor, wend: Wend, run: ReadyImport): Promise<ImportReport> {
  demand(actor, 'import')
  const { recipe, source, files } = run
  const number = await wend.state.imports.nextNumber()
  const report = await wend.events.importFiles(
    { workspace: actor.workspace, number, source, recipe, files },
    (at) => run.progress(presentProgress(at)),
    run.signal,
  )
  await wend.state.imports.add(actor.workspace, {
    number,
    source,
    recipe: run.recipeText ?? writeRecipe(recipe),
    report,
    at: wend.world.now(),
    by: actor.person.name,
    replays: run.replays ?? null,
  })
  await joinAfterImport(actor, wend, run.signal)
  await alertAfterImport(actor, wend)
  return report
}

const phases: Readonly<Record<ImportProgress['phase'], string>> = {
  reading: 'Reading rows',
  checking: 'Looking for duplicates',
  publishing: 'Storing events',
  journeys: 'Building journeys',
}

/** How far an import is, in words for people. */
export const presentProgress = ({ phase, rows, bytes, totalBytes }: ImportProgress): JobProgress => ({
  phase: phases[phase],
  done: bytes,
  total: totalBytes,
  unit: 'bytes',
  rows,
})
