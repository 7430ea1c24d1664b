import { prepareFile } from '../events/ingest/prepare-file.ts'
import type { FileProblem } from '../events/ingest/prepare-problem.ts'
import { applyFileSettings } from '../events/ingest/prepare-settings.ts'
import { checkRecipe } from '../sources/check-recipe.ts'
import { matchFiles } from '../sources/match-files.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import { parseRecipe } from '../sources/parse-recipe.ts'
import { problemText, type RecipeProblem } from '../sources/recipe-problem.ts'
import type { Recipe } from '../sources/recipe.ts'
import { Refusal } from './refusal.ts'
import type { FileReader } from './sample-file.ts'

/** A file on disk and the name people know it by. */
export interface NamedFile {
  readonly path: string
  readonly name: string
  /** Where files made from it go. */
  readonly workDir: string
}

export interface Preparing {
  readonly reader: FileReader
  readonly signal: AbortSignal
  /** Bytes of all files read so far. */
  readonly onBytes?: (done: number, total: number) => void
}

/** Makes files ready for the engine, one after the other. Refuses with `file_unreadable` or `disk_full`, naming file and line. */
export async function prepareFiles(files: readonly NamedFile[], { reader, signal, onBytes }: Preparing): Promise<readonly PreparedFile[]> {
  const prepared: PreparedFile[] = []
  let before = 0
  for (const { path, name, workDir } of files) {
    const result = await prepareFile(path, name, {
      workDir,
      signal,
      onProgress: ({ bytes, totalBytes }) => onBytes?.(before + bytes, before + totalBytes),
    })
    if (!result.ok) throw refusedFile(result.error)
    before += result.value.bytes
    prepared.push(result.value.format === 'parquet' ? (await (await reader).describe(result.value, 0, signal)).file : result.value)
  }
  return prepared
}

/** Reads a recipe. Refuses with `bad_recipe`, naming each line to mend. */
export function readRecipe(yaml: string): Recipe {
  const parsed = parseRecipe(yaml)
  if (!parsed.ok) throw refusedRecipe(parsed.error)
  return parsed.value
}

/** Gives each alias of the recipe its file, read as the recipe wants it. Refuses with `bad_recipe` or `file_unreadable` when they do not fit. */
export async function fitRecipe(recipe: Recipe, prepared: readonly PreparedFile[]): Promise<Readonly<Record<string, PreparedFile>>> {
  const matched = matchFiles(recipe, prepared)
  if (!matched.ok) throw refusedRecipe(matched.error)
  const files: Record<string, PreparedFile> = {}
  for (const [alias, file] of Object.entries(matched.value.files)) {
    const settings = recipe.files[alias]
    const settled = settings ? await applyFileSettings(file, settings) : { ok: true as const, value: file }
    if (!settled.ok) throw refusedFile(settled.error)
    files[alias] = settled.value
  }
  const problems = checkRecipe(recipe, files)
  if (problems.length > 0) throw refusedRecipe(problems)
  return files
}

export function refusedRecipe(problems: readonly RecipeProblem[]): Refusal {
  const [first] = problems
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const details = problems.map(({ line, field, message }) => ({ field, ...(line === null ? {} : { line }), message }))
  return new Refusal('bad_recipe', first ? `${problemText(first)}${more}` : undefined, details)
}

const refusedFile = ({ code, file, line, message }: FileProblem): Refusal =>
  new Refusal(code === 'no-space' ? 'disk_full' : 'file_unreadable', message, [{ file, ...(line === undefined ? {} : { line }), message }])
