import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Job } from '../contract/jobs.ts'
import type { RefusedRow } from '../events/event-store.ts'
import type { Recipe } from '../sources/recipe.ts'
import type { Actor } from './actor.ts'
import { csvLine } from './csv-text.ts'
import { getImport } from './list-imports.ts'
import { eachRefused } from './list-refused.ts'
import { demand } from './permission.ts'
import { readRecipe, type NamedFile } from './prepare-files.ts'
import { refusedColumns } from './refused-csv.ts'
import { refreshAfterImport } from './refresh-map.ts'
import { Refusal } from './refusal.ts'
import { runImport } from './run-import.ts'
import type { Wend } from './wend.ts'

/**
 * Imports the rows that an import refused, kept as they were, with a mended recipe, as a new import. Refuses with
 * `import_not_found`, `nothing_refused`, `bad_recipe` or `too_many_jobs`.
 */
export async function replayRefused(
  actor: Actor,
  wend: Wend,
  { number, recipe: recipeText }: { readonly number: number; readonly recipe: string },
): Promise<Job> {
  demand(actor, 'import')
  const { source, report } = await getImport(actor, wend, number)
  const recipe = withoutFileSettings(readRecipe(recipeText))
  if (report.rows.refused === 0) throw new Refusal('nothing_refused')
  const scratch = wend.world.newId()
  return wend.jobs.start(actor, {
    kind: 'replay',
    title: `Replay the rows that import ${number} refused`,
    run: async ({ signal, progress }) => {
      try {
        const folder = await wend.uploads.scratch(scratch)
        const files = await writeRows(folder, () => eachRefused(actor, wend, number), signal)
        const replayed = await runImport(actor, wend, { files, recipe, recipeText, source, replays: number, signal, progress })
        const refresh = await refreshAfterImport(actor, wend)
        return { import: replayed.number, ...(refresh && { refresh: refresh.id }) }
      } finally {
        await wend.uploads.remove(scratch)
      }
    },
  })
}

/** The kept rows are written as plain CSV, whatever the file was: delimiter and skipped rows no longer hold. */
function withoutFileSettings(recipe: Recipe): Recipe {
  return { ...recipe, files: Object.fromEntries(Object.entries(recipe.files).map(([alias, { match }]) => [alias, { match }])) }
}

/** One CSV for each file that rows came from, under the name people know. */
async function writeRows(folder: string, rows: () => AsyncIterable<RefusedRow>, signal: AbortSignal): Promise<readonly NamedFile[]> {
  const names = new Set<string>()
  for await (const { file } of rows()) names.add(file)
  const files: NamedFile[] = []
  for (const [index, name] of [...names].entries()) {
    const path = join(folder, `rows-${index}.csv`)
    const ofFile = () => onlyOf(name, rows())
    await pipeline(Readable.from(lines(await refusedColumns(ofFile()), ofFile())), createWriteStream(path), { signal })
    files.push({ path, name, workDir: join(folder, `work-${index}`) })
  }
  return files
}

async function* onlyOf(name: string, rows: AsyncIterable<RefusedRow>): AsyncGenerator<RefusedRow> {
  for await (const row of rows) if (row.file === name) yield row
}

async function* lines(columns: readonly string[], rows: AsyncIterable<RefusedRow>): AsyncGenerator<string> {
  yield csvLine(columns)
  for await (const { raw } of rows) yield csvLine(columns.map((column) => raw[column] ?? ''))
}
