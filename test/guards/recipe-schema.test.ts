import { expect, test } from 'vitest'
import { recipeJsonSchema } from '../../src/sources/recipe-schema.ts'

test('docs/recipe.schema.json is what the recipe reader accepts (write it anew with vitest -u)', async () => {
  await expect(`${JSON.stringify(recipeJsonSchema, null, 2)}\n`).toMatchFileSnapshot('../../docs/recipe.schema.json')
})
