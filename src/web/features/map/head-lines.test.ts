import { expect, test } from 'vitest'
import { mapForTests } from '../../../exports/map-for-tests.ts'
import { headLines } from './head-lines.ts'
import { overviewColumns } from './map-columns.ts'

const { stages } = mapForTests({ stages: 6, stepsPerStage: 2, cardsPerCell: 1 })
const numbered = stages.map((stage) => ({
  ...stage,
  numbers: { journeys: 4576, reach: 0.92, exits: 1263, exitRate: 0.28, p50Time: 192_000, p90Time: 400_000 },
}))

// The row of heads was two lines high whatever its figures needed: at 1440 pixels the third was cut.
test('six stages side by side on a laptop need a line for each figure', () =>
  expect(headLines(numbered, overviewColumns(numbered, 1100), true)).toBe(3))

test('wide columns hold all figures in one line', () => expect(headLines(numbered, overviewColumns(numbered, 3600), true)).toBe(1))

test('stages without numbers need none', () =>
  expect(
    headLines(
      stages.map(({ numbers: _numbers, ...stage }) => stage),
      overviewColumns(stages, 1100),
      true,
    ),
  ).toBe(0))
