import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { prepareFile } from '../../src/events/ingest/prepare-file.ts'
import { readSample } from '../../src/events/ingest/prepare-sample.ts'
import { applyFileSettings } from '../../src/events/ingest/prepare-settings.ts'
import type { ImportInput, ImportReport } from '../../src/events/event-store.ts'
import { openEventStore, type EmbeddedEventStore, type EventStoreOptions } from '../../src/events/open-event-store.ts'
import type { AnswerTo } from '../../src/journey/answer.ts'
import { wholeCustomer, type JourneyDefinition } from '../../src/journey/definition.ts'
import type { Question } from '../../src/journey/question.ts'
import { checkRecipe } from '../../src/sources/check-recipe.ts'
import { inferRecipe } from '../../src/sources/infer-recipe.ts'
import { matchFiles } from '../../src/sources/match-files.ts'
import { parseRecipe } from '../../src/sources/parse-recipe.ts'
import type { PreparedFile } from '../../src/sources/prepared-file.ts'
import { parseColumns, recipeFromColumns, type ColumnMapping } from '../../src/sources/recipe-from-columns.ts'
import type { Recipe } from '../../src/sources/recipe.ts'

/** An event store in a folder of its own, with the steps from a path to stored events. */
export interface OpenedStore {
  readonly folder: string
  readonly store: EmbeddedEventStore
  prepare(path: string): Promise<PreparedFile>
  /** A recipe, or columns as `--columns` writes them, or nothing: then the recipe is worked out. */
  input(workspace: number, paths: readonly string[], how?: Recipe | string): Promise<ImportInput>
  importPaths(workspace: number, paths: readonly string[], how?: Recipe | string): Promise<ImportReport>
  importInput(input: ImportInput, signal?: AbortSignal): Promise<ImportReport>
  ask<Q extends Question>(workspace: number, question: Q, definition?: JourneyDefinition): Promise<AnswerTo<Q['question']>>
  close(): Promise<void>
}

const { signal } = new AbortController()

export async function openStore(options: Partial<EventStoreOptions> = {}): Promise<OpenedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'wend-proof-'))
  const store = await openEventStore({ directory: join(folder, 'data'), ...options })
  let number = 0
  const prepare = async (path: string): Promise<PreparedFile> => {
    const result = await prepareFile(path, basename(path), { workDir: join(folder, 'work'), signal })
    if (!result.ok) throw new Error(result.error.message)
    return result.value
  }
  const input: OpenedStore['input'] = async (workspace, paths, how) => {
    const prepared = await Promise.all(paths.map(prepare))
    const recipe = typeof how === 'object' ? how : await chooseRecipe(prepared, how)
    return { workspace, number: ++number, source: 'proof', recipe, files: await fit(recipe, prepared) }
  }
  const importInput: OpenedStore['importInput'] = (given, stop = signal) => store.importFiles(given, () => undefined, stop)
  return {
    folder,
    store,
    prepare,
    input,
    importInput,
    importPaths: async (workspace, paths, how) => importInput(await input(workspace, paths, how)),
    ask: (workspace, question, definition = wholeCustomer) => store.ask(workspace, definition, question, signal),
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** A recipe from YAML; a test's recipe that is wrong is the test's fault. */
export function recipeOf(yaml: string): Recipe {
  const parsed = parseRecipe(yaml)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
  return parsed.value
}

async function chooseRecipe(prepared: readonly PreparedFile[], columns: string | undefined): Promise<Recipe> {
  const sampled = await Promise.all(prepared.map(async (file) => ({ ...file, rows: await readSample(file, 1000) })))
  const result = columns === undefined ? inferRecipe(sampled) : recipeFromColumns(mappingOf(columns), sampled[0]!)
  if (!result.ok) throw new Error(result.error.map(({ message }) => message).join('\n'))
  return result.value.recipe
}

function mappingOf(columns: string): ColumnMapping {
  const mapping = parseColumns(columns)
  if (!mapping.ok) throw new Error(mapping.error)
  return mapping.value
}

async function fit(recipe: Recipe, prepared: readonly PreparedFile[]): Promise<Record<string, PreparedFile>> {
  const matched = matchFiles(recipe, prepared)
  if (!matched.ok) throw new Error(matched.error.map(({ message }) => message).join('\n'))
  const files: Record<string, PreparedFile> = {}
  for (const [alias, file] of Object.entries(matched.value.files)) {
    const settled = await applyFileSettings(file, recipe.files[alias]!)
    if (!settled.ok) throw new Error(settled.error.message)
    files[alias] = settled.value
  }
  const problems = checkRecipe(recipe, files)
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
  return files
}
