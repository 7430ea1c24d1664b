import { expect, test } from 'vitest'
import { groupOf, readWish, writeWish } from './group-of.ts'

const personas = [
  { id: 'p1', name: 'Ada', segment: { reached: ['Buy'] } },
  { id: 'p2', name: 'Ben', segment: null },
]

test.each([
  ['all', { name: 'All journeys' }],
  ['property:plan=pro', { name: 'plan: pro', journeys: { properties: [{ property: 'plan', operator: '=', value: 'pro' }] } }],
  ['property:plan=', { name: 'plan: (none)', journeys: { properties: [{ property: 'plan', operator: '=', value: '' }] } }],
  ['persona:p1', { name: 'Ada', journeys: { reached: ['Buy'] } }],
  ['archetype:2', { name: 'Archetype 2', journeys: { archetype: { number: 2 } } }],
  [
    'period:2025-01-01..2025-01-31',
    { name: '2025-01-01 to 2025-01-31', journeys: { startFrom: Date.UTC(2025, 0, 1), startTo: Date.UTC(2025, 1, 1) } },
  ],
])('%s is read from the address and written as it was', (text, group) => {
  expect(groupOf(readWish(text), personas)).toEqual(group)
  expect(writeWish(readWish(text))).toBe(text)
})

test.each(['property:plan', 'persona:p2', 'persona:gone', 'archetype:9', 'archetype:x', 'period:2025-02-01..2025-01-01', 'period:soon'])(
  '%s names no group yet',
  (text) => {
    expect(groupOf(readWish(text), personas)).toBeUndefined()
  },
)

test('what makes no sense in the address is all journeys', () => {
  expect(readWish('<script>')).toEqual({ kind: 'all', value: '' })
  expect(readWish(undefined)).toEqual({ kind: 'all', value: '' })
})
