import type { Recipe } from './recipe.ts'

/** A file as inference sees it: its names and some of its first rows. */
export interface SampledFile {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, string>>[]
  /** Rows beyond the sample may hold more columns. */
  readonly moreColumns?: boolean
}

/** A row's text in a column, '' where it has none; safe for columns called "constructor". */
export const cellOf = (row: Readonly<Record<string, string>>, column: string): string =>
  Object.hasOwn(row, column) ? (row[column] ?? '') : ''

/** Something that the values do not settle and only a person can say. */
export interface RecipeQuestion {
  readonly code: 'time-zone' | 'day-or-month-first' | 'customer' | 'touchpoint' | 'time' | 'scale' | 'channel' | 'account'
  /** Path in the recipe that the answer changes. */
  readonly field: string
  readonly file: string
  /** Asked in full, with what was assumed until it is answered. */
  readonly text: string
  readonly choices: readonly string[]
}

/** A recipe made without a person, and how sure it is. */
export interface InferredRecipe {
  readonly recipe: Recipe
  /** What was recognised and why, one sentence each. */
  readonly notes: readonly string[]
  readonly questions: readonly RecipeQuestion[]
}
