import { expect, test } from 'vitest'
import { AnswerCache } from './answer-cache.ts'

test('keeps as many answers as it may, and lets go of the one used longest ago', () => {
  const cache = new AnswerCache(2)
  cache.put('a', 1)
  cache.put('b', 2)
  expect(cache.get('a')).toBe(1)
  cache.put('c', 3)
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3])
  cache.put('a', 4)
  cache.put('d', 5)
  expect([cache.get('a'), cache.get('c'), cache.get('d')]).toEqual([4, undefined, 5])
})
