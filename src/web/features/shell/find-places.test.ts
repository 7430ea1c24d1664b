import { expect, test } from 'vitest'
import { findPlaces } from './find-places.ts'

const known = {
  maps: [{ id: 'm1', title: 'Shop, first year' }],
  touchpoints: Array.from({ length: 20 }, (_, index) => `Shop page ${index}`),
}

test('nothing typed shows pages and maps, and no touchpoints', () => {
  const places = findPlaces('', known)
  expect(places.some((place) => place.kind === 'page')).toBe(true)
  expect(places.filter((place) => place.kind === 'touchpoint')).toEqual([])
  expect(places.some((place) => place.kind === 'customer')).toBe(false)
})

test('a text finds maps and at most eight touchpoints, and may be a customer', () => {
  const places = findPlaces(' shop ', known)
  expect(places.filter((place) => place.kind === 'map').map((place) => place.id)).toEqual(['m1'])
  expect(places.filter((place) => place.kind === 'touchpoint')).toHaveLength(8)
  expect(places.at(-1)).toEqual({ kind: 'customer', id: 'shop', title: 'Customer shop', note: 'timeline' })
})
