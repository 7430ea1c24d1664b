import { expect, test } from 'vitest'
import { hasLostNa } from './lost-na.ts'

test('an id NA that an export lost is noticed among ids that count up in letters', () => {
  expect(hasLostNa(['A', 'B', 'MA', '', 'OA'])).toBe(true)
})

test.each([[['A', 'MA', 'OA']], [['MA', 'NA', '', 'OA']], [['c1', 'MA', '', 'OA']], [['', 'A', 'B']]])(
  'nothing is made up of %j',
  (ids) => {
    expect(hasLostNa(ids)).toBe(false)
  },
)
