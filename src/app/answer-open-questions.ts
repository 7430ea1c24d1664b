import type { InferredRecipe } from '../sources/inference.ts'
import type { Recipe, TimeRule } from '../sources/recipe.ts'

/** What a person said about times that the values do not settle. */
export interface TimeAnswers {
  readonly timezone?: string | undefined
  readonly dates?: 'day-first' | 'month-first' | undefined
}

/** The recipe with a person's answers in it, and only the questions that are still open. */
export function answerOpenQuestions(inferred: InferredRecipe, { timezone, dates }: TimeAnswers): InferredRecipe {
  const open = inferred.questions.filter(
    ({ code }) => !(code === 'time-zone' && timezone !== undefined) && !(code === 'day-or-month-first' && dates !== undefined),
  )
  const zoned = timezone === undefined ? inferred.recipe : { ...inferred.recipe, timezone }
  return { ...inferred, recipe: dates === undefined ? zoned : withDates(zoned, dates), questions: open }
}

function withDates(recipe: Recipe, dates: 'day-first' | 'month-first'): Recipe {
  const read = (time: TimeRule): TimeRule =>
    time.format === 'day-first' || time.format === 'month-first' ? { ...time, format: dates } : time
  return {
    ...recipe,
    events: recipe.events.map((rule) => ({
      ...rule,
      ...(rule.time && { time: read(rule.time) }),
      ...(rule.each && { each: rule.each.map((entry) => ({ ...entry, time: read(entry.time) })) }),
    })),
  }
}
