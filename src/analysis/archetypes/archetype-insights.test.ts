import { expect, test } from 'vitest'
import { archetypeInsights } from './archetype-insights.ts'
import { archetypeRows } from './archetype-rows.ts'
import type { Archetype } from './find-archetypes.ts'

const archetype = (number: number, journeys: number): Archetype => ({
  number,
  name: `Way ${number}`,
  journeys,
  share: 0.5,
  expectedShare: 0.5,
  representative: ['A'],
  representativeJourneys: 1,
  similarity: 1,
  traits: [],
  rule: { reached: [], notReached: [], precision: 1, recall: 1 },
  places: [],
  events: 1,
})
const rowsOf = (goals: readonly number[], each: number) =>
  archetypeRows({
    archetypes: goals.map((_, i) => archetype(i + 1, each)),
    makeup: goals.map((reachedGoal, i) => ({
      group: String(i + 1),
      property: '',
      value: '',
      journeys: each,
      reachedGoal,
      lost: each - reachedGoal,
      open: 0,
      p50Duration: 1,
      p90Duration: 2,
    })),
    transitions: [],
    scores: [],
  })

test('an archetype that reaches the goal much less often is found, with size, interval and the list behind it', () => {
  const [first, second] = archetypeInsights(rowsOf([40, 120], 400), { journeys: { reached: ['A'] } })
  expect(first).toMatchObject({
    cause: 'reaches the goal less',
    effect: expect.closeTo(-0.2, 9),
    n: 400,
    affected: 400,
    size: expect.closeTo(80, 6),
  })
  expect(first!.low!).toBeLessThan(-0.14)
  expect(first!.high!).toBeGreaterThan(-0.26)
  expect(second).toMatchObject({ cause: 'reaches the goal more' })
  expect(first!.evidence[0]).toMatchObject({
    question: { journeys: { reached: ['A'], archetype: { number: 1, among: { reached: ['A'] } } } },
    count: 40,
  })
})

test('equal archetypes, small ones, a single one and no goal give no finding', () => {
  expect(archetypeInsights(rowsOf([80, 82], 400))).toEqual([])
  expect(archetypeInsights(rowsOf([1, 9], 20))).toEqual([])
  expect(archetypeInsights(rowsOf([80], 400))).toEqual([])
  expect(archetypeInsights(rowsOf([0, 0], 400))).toEqual([])
  expect(archetypeInsights([])).toEqual([])
})
