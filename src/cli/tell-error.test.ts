import { expect, test } from 'vitest'
import { Refusal } from '../app/refusal.ts'
import { Refused, WrongUsage } from './failure.ts'
import { tellError } from './tell-error.ts'

const quiet = { cancelled: false, debug: false }

test('each kind of failure has its exit code', async () => {
  expect((await tellError(new WrongUsage('no'), quiet)).exitCode).toBe(2)
  expect((await tellError(new Refused('no'), quiet)).exitCode).toBe(1)
  expect((await tellError(new Refusal('no_data'), quiet)).exitCode).toBe(1)
  expect((await tellError(new Error('boom'), quiet)).exitCode).toBe(1)
  expect((await tellError(new Error('boom'), { ...quiet, cancelled: true })).exitCode).toBe(130)
})

test('an unexpected error is one sentence, and shows its stack only when asked for', async () => {
  const { lines } = await tellError(new Error('boom\n  at somewhere'), quiet)
  expect(lines).toEqual(['wend: Something went wrong inside Wend (boom). Set WEND_DEBUG=1 to see more.'])
  expect((await tellError(new Error('boom'), { ...quiet, debug: true })).lines.join('\n')).toContain('tell-error.test.ts')
})

test('a recipe problem names the recipe file, and a column that was named its option', async () => {
  const refusal = new Refusal('bad_recipe', 'line 3, events[0].time: is missing', [])
  expect((await tellError(refusal, { ...quiet, recipe: 'shop.yaml' })).lines).toEqual([
    'wend: shop.yaml, line 3, events[0].time: is missing',
  ])
  const column = new Refusal('bad_recipe', 'customer: log.csv has no column "x"', [])
  expect((await tellError(column, { ...quiet, columns: true })).lines).toEqual(['wend: --columns customer: log.csv has no column "x"'])
})

test('details that the sentence does not hold are listed', async () => {
  const refusal = new Refusal('bad_question', undefined, [{ field: 'question.steps', message: 'too many' }])
  expect((await tellError(refusal, quiet)).lines[1]).toBe('  question.steps: too many')
})
