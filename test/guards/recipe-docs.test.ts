import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseRecipe } from '../../src/sources/parse-recipe.ts'

const page = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8')
const recipes = [...page.matchAll(/```yaml\n(wend: recipe\/1\n[\s\S]*?)```/g)].map((match) => match[1] ?? '')

test('the page on recipes shows whole recipes', () => {
  expect(recipes.length).toBeGreaterThanOrEqual(3)
})

test.each(recipes.map((yaml) => [yaml.split('\n').slice(0, 4).join(' '), yaml]))('the recipe in the docs is right: %s', (_, yaml) => {
  expect(parseRecipe(yaml)).toMatchObject({ ok: true })
})
