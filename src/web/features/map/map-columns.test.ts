import { expect, test } from 'vitest'
import type { Stage } from '../../../journey/map.ts'
import { mapColumns, stageGap } from './map-columns.ts'

const stage = (id: string, steps: number): Stage =>
  ({
    id,
    name: id,
    purpose: '',
    rule: '',
    steps: Array.from({ length: steps }, (_, index) => ({ id: `${id}${index}`, name: '', touchpoints: [] })),
  }) as unknown as Stage

test('stages lie side by side without holes, and steps fill their stage but for the gap', () => {
  const columns = mapColumns([stage('a', 2), stage('b', 1), stage('c', 3)], 1200)
  expect(columns.stages.map((one) => one.x)).toEqual([
    0,
    columns.stages[0]?.width,
    (columns.stages[0]?.width ?? 0) + (columns.stages[1]?.width ?? 0),
  ])
  for (const one of columns.stages) {
    const last = one.steps.at(-1)
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(one.width - stageGap)
  }
})

test('a map with many steps grows wider than the room', () => {
  expect(mapColumns([stage('a', 20), stage('b', 20)], 1000).width).toBeGreaterThan(5000)
})

test('a stage without steps still has a column', () => {
  expect(mapColumns([stage('a', 0)], 100).stages[0]?.width).toBeGreaterThanOrEqual(196)
})
