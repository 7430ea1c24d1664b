import type { Recipe } from '../../src/sources/recipe.ts'

/** How `batchCsv` is read. */
export const batchRecipe: Recipe = {
  wend: 'recipe/1',
  name: 'batches',
  timezone: 'UTC',
  nulls: [],
  files: { events: { match: '*' } },
  events: [
    {
      from: 'events',
      join: [],
      when: [],
      customer: '{customer}',
      touchpoint: '{touchpoint}',
      time: { value: '{time}', format: 'iso' },
      survey: false,
      properties: {},
    },
  ],
}
