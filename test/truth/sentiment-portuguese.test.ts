import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runMethod } from '../../src/app/methods/run-method.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import type { MethodAnswer } from '../../src/journey/method.ts'
import { openStore, recipeOf, type OpenedStore } from '../real/opened-store.ts'
import { testData } from '../test-data.ts'

const files = ['orders', 'customers', 'order_reviews'].map((name) => testData('olist', `olist_${name}_dataset.csv`))
const recipe = recipeOf(readFileSync(join(import.meta.dirname, '../real/olist.yaml'), 'utf8'))

let opened: OpenedStore
beforeAll(async () => {
  opened = await openStore()
})
afterAll(() => opened?.close())

test('reviews in Portuguese are told by their language and not scored; stars speak alone', async () => {
  await opened.importPaths(1, files, recipe)
  const answer = (await runMethod(
    {
      workspace: 1,
      definition: { ...wholeCustomer, unit: 'account' },
      signal: AbortSignal.timeout(60_000),
      events: opened.store,
      state: undefined,
    },
    { question: 'emotion' },
  )) as MethodAnswer<'emotion'>
  const { words, figures, overall } = answer.summary
  console.log(
    `scored ${words.scored} of ${words.texts}; ${words.languages.map(({ language, texts }) => `${language} ${texts}`).join(', ')}`,
  )
  expect(words.texts).toBeGreaterThan(4000)
  expect(words.languages[0]!.language).toBe('pt')
  expect(words.languages[0]!.texts / words.texts).toBeGreaterThan(0.9)
  expect(words.languages.filter(({ language }) => language !== 'en' && language !== 'zxx').every(({ scored }) => scored === 0)).toBe(true)
  expect(words.scored / words.texts).toBeLessThan(0.005)
  expect(answer.notes.join(' ')).toMatch(/are not scored/)
  expect(figures).toMatchObject([{ scale: 'stars', unit: 'scale' }])
  expect(overall.find(({ series }) => series === 'words')!.n).toBe(words.scored)
  expect(overall.find(({ series }) => series === 'scores')!.n).toBeGreaterThan(8000)
})
