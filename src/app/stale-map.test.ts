import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { type JourneyDefinition, wholeCustomer } from '../journey/definition.ts'
import { isStale } from './stale-map.ts'

const shop = { name: 'Shop', events: 10 }
const crm = { name: 'CRM', events: 5 }
const { basis: computed, ...drawn } = exampleMap()
const computedFrom = (definition: JourneyDefinition) => ({ ...drawn, basis: { ...computed!, definition, sources: [shop, crm] } })
const map = computedFrom(wholeCustomer)

test('a map is stale when a source has other events than it was computed from, or there is another source', () => {
  expect(isStale(map, [crm, shop])).toBe(false)
  expect(isStale(map, [crm, { ...shop, events: 11 }])).toBe(true)
  expect(isStale(map, [shop, crm, { name: 'Help desk', events: 1 }])).toBe(true)
  expect(isStale(map, [shop])).toBe(true)
})

test('sources that the definition leaves out do not make a map stale', () => {
  const onlyShop = computedFrom({ ...wholeCustomer, filter: { sources: ['Shop'] } })
  expect(isStale(onlyShop, [shop, { ...crm, events: 99 }])).toBe(false)
  expect(isStale(onlyShop, [{ ...shop, events: 99 }, crm])).toBe(true)
})

test('a map drawn by hand is never stale', () => {
  expect(isStale(drawn, [shop])).toBe(false)
})

test('a map is not stale in a workspace without events: there is nothing to refresh it from', () => {
  expect(isStale(map, [])).toBe(false)
})

test('a map whose stages people changed since it was computed has lost numbers, and is stale', () => {
  const [first, ...others] = map.stages
  const { numbers: _numbers, ...stage } = first!
  expect(isStale({ ...map, stages: [stage, ...others] }, [crm, shop])).toBe(true)
  const { river: _river, ...riverless } = map
  expect(isStale(riverless, [crm, shop])).toBe(true)
})
