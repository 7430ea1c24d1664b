import { inferRecipe } from '../sources/infer-recipe.ts'
import type { InferredRecipe, RecipeQuestion, SampledFile } from '../sources/inference.ts'
import { recipeFromColumns, type ColumnMapping } from '../sources/recipe-from-columns.ts'
import type { RecipeProblem } from '../sources/recipe-problem.ts'
import type { Recipe } from '../sources/recipe.ts'
import { err, ok, type Result } from '../journey/result.ts'
import { answerOpenQuestions, type TimeAnswers } from './answer-open-questions.ts'
import { readRecipe, refusedRecipe } from './prepare-files.ts'

/** What a person says about files: a recipe (YAML text), which columns hold what, or nothing. */
export interface RecipeChoice extends TimeAnswers {
  readonly recipe?: string | undefined
  readonly columns?: ColumnMapping | undefined
}

export interface ChosenRecipe {
  readonly recipe: Recipe
  /** Worked out from the files, wholly or in part. */
  readonly inferred: boolean
  readonly notes: readonly string[]
  /** What only a person can say, each with what is assumed until then. */
  readonly questions: readonly RecipeQuestion[]
}

/**
 * The recipe that was given, one made of named columns, or one worked out from the files; an error when nothing could be
 * worked out. Several files with the same named columns get one rule each. Refuses with `bad_recipe`.
 */
export function chooseRecipe(choice: RecipeChoice, sampled: readonly SampledFile[]): Result<ChosenRecipe, readonly RecipeProblem[]> {
  if (choice.recipe !== undefined) return ok({ recipe: readRecipe(choice.recipe), inferred: false, notes: [], questions: [] })
  const found = choice.columns === undefined ? inferRecipe(sampled) : ok(fromColumns(choice.columns, sampled))
  if (!found.ok) return err(found.error)
  return ok({ ...answerOpenQuestions(found.value, choice), inferred: true })
}

function fromColumns(columns: ColumnMapping, sampled: readonly SampledFile[]): InferredRecipe {
  const each = sampled.map((file) => {
    const result = recipeFromColumns(columns, file)
    if (!result.ok) throw refusedRecipe(result.error)
    return result.value
  })
  const [first] = each
  if (!first) throw refusedRecipe([{ line: null, field: 'columns', message: 'No file is named.' }])
  if (each.length === 1) return first
  const aliases = sampled.map((_, i) => `file${i + 1}`)
  const recipe: Recipe = {
    ...first.recipe,
    files: Object.fromEntries(aliases.map((alias, i) => [alias, { match: sampled[i]?.name ?? '*' }])),
    events: each.flatMap((one, i) => one.recipe.events.map((rule) => ({ ...rule, from: aliases[i] ?? rule.from }))),
  }
  return { recipe, notes: each.flatMap((one) => one.notes), questions: each.flatMap((one) => one.questions) }
}
