import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TransitionRow } from '../../journey/answer.ts'
import { slowThreshold } from './slow-threshold.ts'

const row = (count: number, p50: number, p90: number): TransitionRow => ({ from: 'a', to: 'b', count, journeys: count, p50, p90 })

test('one transition is slow beyond its own p90', () => expect(slowThreshold([row(40, 10, 90)])).toBe(90))

test('nothing to wait for gives no threshold', () => {
  expect(slowThreshold([])).toBeUndefined()
  expect(slowThreshold([row(5, 0, 0)])).toBeUndefined()
})

test('many quick passages beside few slow ones put the threshold between them', () => {
  const threshold = slowThreshold([row(950, 10, 20), row(50, 5000, 9000)])!
  expect(threshold).toBeGreaterThan(20)
  expect(threshold).toBeLessThan(5000)
})

test('the threshold lies between the smallest and the largest p90, and does not depend on the order', () => {
  const rows = fc.array(
    fc
      .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }))
      .map(([n, p50, more]) => row(n, p50, p50 + more)),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, (transitions) => {
      const threshold = slowThreshold(transitions)!
      expect(threshold).toBeGreaterThanOrEqual(Math.min(...transitions.map(({ p90 }) => p90)) - 1)
      expect(threshold).toBeLessThanOrEqual(Math.max(...transitions.map(({ p90 }) => p90)) + 1)
      expect(slowThreshold(transitions.toReversed())).toBe(threshold)
    }),
  )
})
