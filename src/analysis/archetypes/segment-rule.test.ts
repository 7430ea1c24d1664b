import { expect, test } from 'vitest'
import { placesOf } from './places-of.ts'
import { segmentRule } from './segment-rule.ts'

const paths = [
  { path: ['Page', 'Call', 'Order'], weight: 6 },
  { path: ['Page', 'Call'], weight: 2 },
  { path: ['Page', 'Order'], weight: 10 },
  { path: ['Call'], weight: 1 },
]

test('the rule is the condition that takes a group best, with its precision and recall', () => {
  expect(segmentRule(paths, Float64Array.of(1, 1, 0, 0))).toEqual({
    reached: ['Call', 'Page'],
    notReached: [],
    precision: 1,
    recall: 1,
  })
  expect(segmentRule(paths, Float64Array.of(0, 0, 1, 0))).toEqual({ reached: [], notReached: ['Call'], precision: 1, recall: 1 })
})

test('a group of all journeys needs no rule', () => {
  expect(segmentRule(paths, Float64Array.of(1, 1, 1, 1))).toEqual({ reached: [], notReached: [], precision: 1, recall: 1 })
})

test('touchpoints stand in the order of their median place, with reach here and elsewhere', () => {
  expect(placesOf(paths, Float64Array.of(1, 1, 0, 0))).toEqual([
    { touchpoint: 'Page', journeys: 8, reach: 1, elsewhere: 10 / 11, position: 0 },
    { touchpoint: 'Call', journeys: 8, reach: 1, elsewhere: 1 / 11, position: 0.5 },
    { touchpoint: 'Order', journeys: 6, reach: 0.75, elsewhere: 10 / 11, position: 1 },
  ])
})
