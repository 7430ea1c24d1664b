import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { recipeJsonSchema } from '../../src/sources/recipe-schema.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

test('docs/recipe.schema.json is what the recipe reader accepts (write it anew with vitest -u)', async () => {
  const formatter = ['node_modules/oxfmt/bin/oxfmt', '-c', '.config/oxfmt.json', '--stdin-filepath', 'docs/recipe.schema.json']
  const written = execFileSync(process.execPath, formatter, {
    cwd: root,
    input: JSON.stringify(recipeJsonSchema, null, 2),
    encoding: 'utf8',
  })
  await expect(written).toMatchFileSnapshot('../../docs/recipe.schema.json')
})
