import { expect, test } from 'vitest'
import { estimate } from './estimate.ts'

test('what is left follows from the speed so far', () => {
  expect(estimate({ done: 250, total: 1000, elapsedMs: 5000 })).toEqual({ share: 0.25, perSecond: 50, leftMs: 15_000 })
})
test('without a total there is no share, only a speed', () =>
  expect(estimate({ done: 10, total: null, elapsedMs: 2000 })).toEqual({ share: null, perSecond: 5 }))
test('the first second promises nothing', () =>
  expect(estimate({ done: 10, total: 20, elapsedMs: 300 })).toEqual({ share: 0.5, perSecond: 0 }))
test('more done than expected is all of it', () =>
  expect(estimate({ done: 30, total: 20, elapsedMs: 1000 })).toEqual({ share: 1, perSecond: 30, leftMs: 0 }))
