import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { mapForTests } from '../exports/map-for-tests.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import { validateMap } from '../journey/validate-map.ts'
import { documentOf } from './new-document.ts'
import { readMap } from './read-map.ts'

test('a computed map written into a document reads as the same map', () => {
  const map = exampleMap()
  expect(canonicalJson(readMap(documentOf(map)))).toBe(canonicalJson(map))
})

test('a map of every kind of card and standing reads as the same map', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 2 })
  expect(canonicalJson(readMap(documentOf(map)))).toBe(canonicalJson(map))
  expect(validateMap(map)).toEqual([])
})
