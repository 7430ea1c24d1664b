import { expect, test } from 'vitest'
import { isSquare, readLayout, roundedPath } from './read-elk.ts'

test('corners are rounded, and never beyond the middle of a short side', () => {
  expect(
    roundedPath(
      [
        { x: 0, y: 0 },
        { x: 20, y: 0 },
        { x: 20, y: 4 },
      ],
      7,
    ),
  ).toBe('M0,0L13,0Q20,0 20,2L20,4')
})

test('no points draw nothing, two draw a line', () => {
  expect(roundedPath([], 7)).toBe('')
  expect(
    roundedPath(
      [
        { x: 1, y: 1 },
        { x: 2, y: 2 },
      ],
      7,
    ),
  ).toBe('M1,1L2,2')
})

test('labels are given by their middle', () => {
  const layout = readLayout({
    id: 'root',
    children: [{ id: 'a', x: 5, y: 6 }],
    edges: [
      {
        id: 'e',
        sources: ['a'],
        targets: ['a'],
        labels: [{ text: '', x: 10, y: 10, width: 20, height: 10 }],
        sections: [{ id: 's', startPoint: { x: 0, y: 0 }, endPoint: { x: 9, y: 0 } }],
      },
    ],
  })
  expect(layout.nodes.get('a')).toEqual({ x: 5, y: 6 })
  expect(layout.edges.get('e')).toEqual({ path: 'M0,0L9,0', label: { x: 20, y: 15 } })
})

// Wrapped layouts sometimes came with a way that crossed the whole drawing at a slant.
test('a way at a slant is noticed', () => {
  const way = (x: number, y: number) => ({
    id: 'root',
    edges: [{ id: 'e', sources: ['a'], targets: ['b'], sections: [{ id: 's', startPoint: { x: 0, y: 0 }, endPoint: { x, y } }] }],
  })
  expect(isSquare(way(90, 0))).toBe(true)
  expect(isSquare(way(90, 70))).toBe(false)
})
