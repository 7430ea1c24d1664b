import { expect, test } from 'vitest'
import { mapForTests } from '../../../exports/map-for-tests.ts'
import { personaCurve } from './persona-curve.ts'

test('a stage has the mean of what was drawn on its steps, and nothing of another persona', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const [first, second] = map.stages
  const [a] = first!.steps
  const [b] = second!.steps
  const drawnCurves = [
    { persona: 'anna', points: [{ step: a!.id, value: -0.5 }] },
    { persona: 'ben', points: [{ step: b!.id, value: 1 }] },
  ]
  const curve = personaCurve({ stages: map.stages, drawnCurves }, 'anna')
  expect(curve[0]).toBe(-0.5)
  expect(curve.slice(1).every((value) => value === null)).toBe(true)
})
