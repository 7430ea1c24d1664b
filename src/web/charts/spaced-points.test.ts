import { expect, test } from 'vitest'
import type { PlacedEmotion } from '../../exports/layout/emotion.ts'
import { spacedPoints } from './spaced-points.ts'

const at = (x: number, mean: number | null): PlacedEmotion => ({
  point: { stage: 's', mean, low: null, high: null, n: 9 } as unknown as PlacedEmotion['point'],
  x,
  y: 0,
  low: null,
  high: null,
})

test('of two close points the more extreme keeps its label', () => {
  const [mild, strong, far] = [at(0, 0.1), at(20, -0.8), at(100, 0.2)]
  expect([...spacedPoints([mild, strong, far])]).toEqual([strong, far])
})

test('points without a mean have no label', () => expect(spacedPoints([at(0, null)]).size).toBe(0))
