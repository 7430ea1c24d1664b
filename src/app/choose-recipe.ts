import type { PreviewQuestion, PreviewRequest } from '../contract/imports.ts'
import { inferRecipe } from '../sources/infer-recipe.ts'
import type { RecipeQuestion, SampledFile } from '../sources/inference.ts'
import { recipeFromColumns } from '../sources/recipe-from-columns.ts'
import type { RecipeProblem } from '../sources/recipe-problem.ts'
import type { Recipe } from '../sources/recipe.ts'
import { answerOpenQuestions } from './answer-open-questions.ts'
import { readRecipe, refusedRecipe } from './prepare-files.ts'
import { Refusal } from './refusal.ts'

export interface Chosen {
  /** Null when none could be worked out; a question then says what is missing. */
  readonly recipe: Recipe | null
  readonly notes: readonly string[]
  readonly questions: PreviewQuestion[]
  readonly inferred: boolean
}

/**
 * The recipe that was given, or one from named columns, or one worked out from the files, with what is still open.
 * Refuses with `bad_recipe`.
 */
export function chooseRecipe(
  { recipe, columns, timezone, dates }: Omit<PreviewRequest, 'uploads'>,
  sampled: readonly SampledFile[],
): Chosen {
  if (recipe !== undefined) return { recipe: readRecipe(recipe), notes: [], questions: [], inferred: false }
  const [only] = sampled
  if (columns && (sampled.length !== 1 || !only)) {
    throw new Refusal(
      'bad_recipe',
      'Named columns describe one file. For several files write a recipe, or leave the columns out and let Wend work it out.',
    )
  }
  const result = columns && only ? recipeFromColumns(columns, only) : inferRecipe(sampled)
  if (!result.ok && columns) throw refusedRecipe(result.error)
  if (!result.ok) return { recipe: null, notes: [], questions: [whichColumns(result.error)], inferred: true }
  const answered = answerOpenQuestions(result.value, { timezone, dates })
  return { recipe: answered.recipe, notes: answered.notes, questions: answered.questions.map(presentQuestion), inferred: true }
}

const about: Readonly<Record<RecipeQuestion['code'], PreviewQuestion['about']>> = {
  'time-zone': 'timezone',
  'day-or-month-first': 'dates',
  customer: 'columns',
  touchpoint: 'columns',
  time: 'columns',
  channel: 'columns',
  scale: 'scale',
}

const whichColumns = (problems: readonly RecipeProblem[]): PreviewQuestion => ({
  about: 'columns',
  field: '',
  text: problems.map((problem) => problem.message).join(' '),
  choices: [],
})

const presentQuestion = ({ code, field, text, choices }: RecipeQuestion): PreviewQuestion => ({
  about: about[code],
  field,
  text,
  choices: choices.map((value) => ({ value, label: value })),
})
