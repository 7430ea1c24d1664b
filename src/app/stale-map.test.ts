import { expect, test } from 'vitest'
import { wholeCustomer } from '../journey/definition.ts'
import { isStale } from './stale-map.ts'

const shop = { name: 'Shop', events: 10 }
const crm = { name: 'CRM', events: 5 }
const basis = { definition: wholeCustomer, sources: [shop, crm] }

test('a map is stale when a source has other events than it was computed from, or there is another source', () => {
  expect(isStale(basis, [crm, shop])).toBe(false)
  expect(isStale(basis, [crm, { ...shop, events: 11 }])).toBe(true)
  expect(isStale(basis, [shop, crm, { name: 'Help desk', events: 1 }])).toBe(true)
  expect(isStale(basis, [shop])).toBe(true)
})

test('sources that the definition leaves out do not make a map stale', () => {
  const onlyShop = { ...basis, definition: { ...wholeCustomer, filter: { sources: ['Shop'] } } }
  expect(isStale(onlyShop, [shop, { ...crm, events: 99 }])).toBe(false)
  expect(isStale(onlyShop, [{ ...shop, events: 99 }, crm])).toBe(true)
})

test('a map drawn by hand is never stale', () => {
  expect(isStale(undefined, [shop])).toBe(false)
})

test('a map is not stale in a workspace without events: there is nothing to refresh it from', () => {
  expect(isStale(basis, [])).toBe(false)
})
