import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sql, text } from '../../src/events/engine/sql.ts'
import { inferRecipe } from '../../src/sources/infer-recipe.ts'
import { openStore, recipeOf, type OpenedStore } from './opened-store.ts'

const { signal } = new AbortController()
let opened: OpenedStore
let path: string
beforeAll(async () => {
  opened = await openStore()
  path = join(opened.folder, 'events.parquet')
  await opened.store.driver.command(sql`
    INSERT INTO FUNCTION file(${text(path)}, 'Parquet')
    SELECT 'c' || toString(number % 10) AS customer_id, if(number = 7, NULL, ['Home', 'Cart', 'Pay'][number % 3 + 1]) AS page,
      toDateTime64('2025-01-01 12:00:00.250', 3, 'UTC') + number AS at, CAST(tuple(number + 9007199254740993, 'gold'), 'Tuple(id UInt64, tier String)') AS user,
      [number, 2] AS list FROM numbers(50)`)
})
afterAll(() => opened?.close())

// The file's times know their zone, so the recipe's must not move them.
const recipe = recipeOf(`
wend: recipe/1
timezone: America/Sao_Paulo
events:
  - customer: '{customer_id}'
    touchpoint: '{page}'
    time: '{at}'
    properties: { user: '{user.id}', tier: '{user.tier}', list: '{list}' }`)

test('Parquet is imported with its times, numbers and nested fields exact, empty values refused, and nothing twice', async () => {
  const report = await opened.importPaths(1, [path], recipe)
  expect(report.rows).toEqual({ read: 50, stored: 49, refused: 1, duplicates: 0, unused: 0 })
  const refused = await opened.store.refused(1, report.number, { limit: 10, offset: 0 })
  expect(refused.rows[0]).toMatchObject({ line: 8, field: 'touchpoint', raw: { customer_id: 'c7', page: '', 'user.tier': 'gold' } })
  const { rows } = await opened.ask(1, { question: 'timeline', customer: 'c3' })
  expect(rows[0]).toMatchObject({
    time: Date.UTC(2025, 0, 1, 12, 0, 3, 250),
    touchpoint: 'Home',
    properties: { user: '9007199254740996', tier: 'gold', list: '[3,2]' },
  })
  expect((await opened.importPaths(1, [path], recipe)).rows).toMatchObject({ stored: 0, refused: 1, duplicates: 49 })
})

test('Parquet is previewed, described and inferred from', async () => {
  const input = await opened.input(2, [path], recipe)
  expect((await opened.store.preview(input, 3, signal)).map(({ customer, problem }) => [customer, problem])).toEqual([
    ['c0', ''],
    ['c1', ''],
    ['c2', ''],
  ])
  const { file, rows } = await opened.store.describe(await opened.prepare(path), 5, signal)
  expect(file.columns).toEqual(['customer_id', 'page', 'at', 'list', 'user.id', 'user.tier'])
  expect(rows).toHaveLength(5)
  const inferred = inferRecipe([{ ...file, rows }])
  expect(inferred.ok && inferred.value.recipe.events[0]).toMatchObject({ customer: '{customer_id}', time: { value: '{at}' } })
})

test('a column that the file does not have is named', async () => {
  const wrong = recipeOf("wend: recipe/1\nevents:\n  - { customer: '{custmer}', touchpoint: '{page}', time: '{at}' }")
  await expect(opened.importPaths(3, [path], wrong)).rejects.toMatchObject({
    code: 'unknown_column',
    message: expect.stringContaining('events.parquet has no column "custmer"'),
  })
})
