import { expect, test } from 'vitest'
import type { Card } from '../../../journey/map.ts'
import { moveFocus } from './move-focus.ts'
import type { LaneRow } from './place-cards.ts'

const card = (id: string): Card => ({ id }) as unknown as Card
// Lane 1: stage A has steps [a1, a2][b1], stage B one step [c1] and a whole-stage card w. Lane 2: only stage B: d1.
const rows: readonly LaneRow[] = [
  {
    id: 'l1',
    cells: [
      { steps: [[card('a1'), card('a2')], [card('b1')]], whole: [] },
      { steps: [[card('c1')]], whole: [card('w')] },
    ],
  },
  {
    id: 'l2',
    cells: [
      { steps: [[], []], whole: [] },
      { steps: [[card('d1')]], whole: [] },
    ],
  },
]

test('right and left go from column to column', () => {
  expect(moveFocus(rows, 'a1', 'ArrowRight')).toBe('b1')
  expect(moveFocus(rows, 'b1', 'ArrowRight')).toBe('c1')
  expect(moveFocus(rows, 'c1', 'ArrowRight')).toBeUndefined()
  expect(moveFocus(rows, 'b1', 'ArrowLeft')).toBe('a1')
})

test('down goes through the cell first, then to the next lane', () => {
  expect(moveFocus(rows, 'a1', 'ArrowDown')).toBe('a2')
  expect(moveFocus(rows, 'a2', 'ArrowDown')).toBe('d1')
  expect(moveFocus(rows, 'c1', 'ArrowDown')).toBe('w')
  expect(moveFocus(rows, 'w', 'ArrowDown')).toBe('d1')
})

test('up from a lane reaches the last card of the cell above', () => {
  expect(moveFocus(rows, 'd1', 'ArrowUp')).toBe('w')
  expect(moveFocus(rows, 'a1', 'ArrowUp')).toBeUndefined()
})

test('home and end go to the ends of the lane', () => {
  expect(moveFocus(rows, 'c1', 'Home')).toBe('a1')
  expect(moveFocus(rows, 'a1', 'End')).toBe('c1')
})

test('an unknown card leads to the first', () => {
  expect(moveFocus(rows, 'gone', 'ArrowLeft')).toBe('a1')
  expect(moveFocus([], 'gone', 'ArrowLeft')).toBeUndefined()
})
