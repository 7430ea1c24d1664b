import { expect, test } from 'vitest'
import { nextSort, sortRows } from './sort-rows.ts'

const rows = [
  { n: 2, t: null },
  { n: 10, t: 5 },
  { n: 1, t: 7 },
]

test('numbers are sorted as numbers, both ways', () => {
  expect(sortRows(rows, 'n').map((row) => row.n)).toEqual([1, 2, 10])
  expect(sortRows(rows, '-n').map((row) => row.n)).toEqual([10, 2, 1])
})

test('what was not measured comes last both ways', () => {
  expect(sortRows(rows, 't').at(-1)?.t).toBeNull()
  expect(sortRows(rows, '-t').at(-1)?.t).toBeNull()
})

test('a second press turns the order round', () => {
  expect(nextSort('', 'n', 'down')).toBe('-n')
  expect(nextSort('-n', 'n', 'down')).toBe('n')
  expect(nextSort('n', 'n', 'down')).toBe('-n')
})
