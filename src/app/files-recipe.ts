import { basename } from 'node:path'
import { inferRecipe } from '../sources/infer-recipe.ts'
import type { InferredRecipe, SampledFile } from '../sources/inference.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import { parseColumns, recipeFromColumns, type ColumnMapping } from '../sources/recipe-from-columns.ts'
import type { Recipe } from '../sources/recipe.ts'
import { answerOpenQuestions, type TimeAnswers } from './answer-open-questions.ts'
import { readRecipe, refusedRecipe } from './prepare-files.ts'
import { Refusal } from './refusal.ts'
import { sampleFile, type FileReader } from './sample-file.ts'

/** What a person says about files: a recipe (YAML text), which columns hold what, or nothing. */
export interface RecipeChoice extends TimeAnswers {
  readonly recipe?: string | undefined
  /** `customer=COLUMN,touchpoint=COLUMN,time=COLUMN` and more. */
  readonly columns?: string | undefined
}

export interface ChosenRecipe {
  readonly recipe: Recipe
  /** Worked out from the files, wholly or in part. */
  readonly inferred: boolean
  readonly notes: readonly string[]
  /** What only a person can say, each with what is assumed until then. */
  readonly questions: readonly string[]
}

/** The recipe for prepared files: the one given, one made of named columns, or one worked out. Refuses with `bad_recipe`. */
export async function chooseRecipe(
  prepared: readonly PreparedFile[],
  choice: RecipeChoice,
  { reader, signal }: { readonly reader: FileReader; readonly signal: AbortSignal },
): Promise<ChosenRecipe> {
  if (choice.recipe !== undefined) return { recipe: readRecipe(choice.recipe), inferred: false, notes: [], questions: [] }
  // Recipes match files by their names alone, without folders.
  const sampled = await Promise.all(prepared.map((file) => sampleFile(file, { reader, name: basename(file.name), signal })))
  const found = choice.columns === undefined ? infer(sampled) : fromColumns(choice.columns, sampled)
  const { recipe, notes, questions } = answerOpenQuestions(found, choice)
  return { recipe, notes, inferred: true, questions: questions.map(({ text }) => text) }
}

function infer(sampled: readonly SampledFile[]): InferredRecipe {
  const result = inferRecipe(sampled)
  if (!result.ok) throw refusedRecipe(result.error)
  return result.value
}

function fromColumns(text: string, sampled: readonly SampledFile[]): InferredRecipe {
  const mapping = parseColumns(text)
  if (!mapping.ok) throw new Refusal('bad_recipe', `--columns: ${mapping.error}.`, [{ field: 'columns', message: mapping.error }])
  const each = sampled.map((file) => columnsOf(mapping.value, file))
  const [only] = each
  return each.length === 1 && only ? only : together(each, sampled)
}

function columnsOf(mapping: ColumnMapping, file: SampledFile): InferredRecipe {
  const result = recipeFromColumns(mapping, file)
  if (!result.ok) throw refusedRecipe(result.error)
  return result.value
}

/** Several files with the same columns: one rule each. */
function together(each: readonly InferredRecipe[], sampled: readonly SampledFile[]): InferredRecipe {
  const aliases = sampled.map((_, i) => `file${i + 1}`)
  const [first] = each
  if (!first) throw new Refusal('file_unreadable', 'No file is named.')
  const recipe: Recipe = {
    ...first.recipe,
    files: Object.fromEntries(aliases.map((alias, i) => [alias, { match: sampled[i]?.name ?? '*' }])),
    events: each.flatMap((one, i) => one.recipe.events.map((rule) => ({ ...rule, from: aliases[i] ?? rule.from }))),
  }
  return { recipe, notes: each.flatMap((one) => one.notes), questions: each.flatMap((one) => one.questions) }
}
