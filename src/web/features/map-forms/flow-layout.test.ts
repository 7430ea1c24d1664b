import { expect, test } from 'vitest'
import { mapForTests } from '../../../exports/map-for-tests.ts'
import { layoutFlow } from './flow-layout.ts'

test('every stage has a box, every step lies inside it, and boxes never touch', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const { boxes, width, height } = layoutFlow(map)
  expect(boxes.map(({ stage }) => stage)).toEqual(map.stages.map(({ id }) => id))
  for (const [place, box] of boxes.entries()) {
    for (const step of box.steps) {
      expect(step.x).toBeGreaterThanOrEqual(box.x)
      expect(step.x + step.width).toBeLessThanOrEqual(box.x + box.width)
      expect(step.y + step.height).toBeLessThanOrEqual(box.y + box.height)
    }
    expect(box.x + box.width).toBeLessThan(boxes[place + 1]?.x ?? width)
    expect(box.y + box.height).toBeLessThan(height)
  }
})

test('what is drawn and what is left out are all flows of the river', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const { arrows, left } = layoutFlow(map)
  const passages = (map.river?.ribbons ?? []).reduce((sum, ribbon) => sum + ribbon.count, 0)
  expect(arrows.reduce((sum, { ribbon }) => sum + ribbon.count, 0) + left.passages).toBe(passages)
  expect(arrows.length + left.flows).toBe(map.river?.ribbons.length)
})

test('a map without a river goes from stage to stage, without numbers', () => {
  const { river: _river, ...map } = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const { arrows } = layoutFlow(map)
  expect(arrows.map(({ way }) => way)).toEqual(map.stages.slice(1).map(() => 'on'))
  expect(arrows.every(({ ribbon }) => ribbon.count === 0)).toBe(true)
})
