import { expect, test } from 'vitest'
import { familyOf } from './map-family.ts'

const maps = Object.entries({
  top: ['mid', 'gone'],
  mid: ['leaf'],
  leaf: [],
  other: ['leaf'],
  a: ['b'],
  b: ['c'],
  c: ['a'],
  self: ['self'],
}).map(([id, opens]) => ({ id, title: id.toUpperCase(), opens }))
const ids = (list: readonly { readonly id: string }[] = []) => list.map(({ id }) => id)

test('the trail leads from the top down, and a map that is gone is not below', () => {
  const leaf = familyOf(maps, 'leaf')!
  expect(ids(leaf.trail)).toEqual(['top', 'mid'])
  expect(ids(leaf.parents)).toEqual(['mid', 'other'])
  expect(ids(familyOf(maps, 'top')!.children)).toEqual(['mid'])
  expect(familyOf(maps, 'nowhere')).toBeUndefined()
})

test('a circle of maps is walked once, and a map that opens itself is not its own parent', () => {
  expect(ids(familyOf(maps, 'a')!.trail)).toEqual(['b', 'c'])
  expect(familyOf(maps, 'self')).toEqual({ trail: [], parents: [], children: [] })
})
