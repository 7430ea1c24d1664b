import { expect, test } from 'vitest'
import type { ScoreRow, TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import { noJourneys } from '../../journey/no-journeys.ts'
import { seededRandom } from '../statistics/seeded-random.ts'
import { compareGroups, type GroupAnswers } from './compare-groups.ts'

const touchpoint = (name: string, journeys: number, exits = 0, repeats = 0): TouchpointRow => ({
  touchpoint: name,
  channel: '',
  journeys,
  occurrences: journeys,
  starts: 0,
  ends: exits,
  exits,
  exitRate: exits / journeys,
  repeats,
  p50ToNext: null,
  p90ToNext: null,
  position: 0,
})
const passage = (from: string, to: string, count: number): TransitionRow => ({ from, to, count, journeys: count, p50: 0, p90: 0 })
const score = (name: string, n: number, mean: number): ScoreRow => ({
  touchpoint: name,
  scale: 'nps',
  n,
  meanRaw: 0,
  mean,
  sd: 0.5,
  own: n,
  explicit: 0,
  nearest: 0,
  promoters: 0,
  detractors: 0,
  topTwo: 0,
})
const group = (journeys: number, reachedGoal: number, more: Partial<GroupAnswers> = {}): GroupAnswers => ({
  overview: { ...noJourneys, journeys, reachedGoal, lost: journeys - reachedGoal },
  touchpoints: [touchpoint('Home', journeys), touchpoint('Cart', journeys / 2, journeys / 10)],
  transitions: [passage('Home', 'Cart', journeys / 2), passage('Home', 'Home', journeys / 10)],
  scores: [score('Cart', 100, 0.2)],
  durations: [],
  ...more,
})

test('differences are told with both numbers, an interval by the method of their kind, and a corrected p', () => {
  const { rows } = compareGroups(group(400, 320), group(100, 50), true)
  // Newcombe 1998, method 10, worked by hand from the Wilson intervals 0.7580..0.8363 and 0.4038..0.5962 of metrics tables.
  const goal = rows.find(({ measure }) => measure === 'conversion')!
  expect(goal).toMatchObject({ a: 0.8, b: 0.5, nA: 400, nB: 100, verdict: 'clear' })
  expect(goal.difference).toBeCloseTo(0.3, 12)
  expect(goal.low).toBeCloseTo(0.3 - Math.hypot(0.8 - 0.758, 0.5962 - 0.5), 3)
  expect(goal.high).toBeCloseTo(0.3 + Math.hypot(0.8363 - 0.8, 0.5 - 0.4038), 3)
  expect(rows[0]).toBe(goal)
  expect(
    rows.filter(({ measure }) => measure === 'reach').every(({ difference, verdict }) => difference === 0 && verdict === 'unclear'),
  ).toBe(true)
})

test('groups drawn alike seldom differ clearly; the table is corrected for its length', () => {
  const random = seededRandom(4)
  const draw = (): GroupAnswers => {
    const part = (n: number, share: number) => Array.from({ length: n }, random).filter((one) => one < share).length
    const touchpoints = Array.from({ length: 15 }, (_, at) => touchpoint(`t${at}`, part(500, 0.3), part(140, 0.1), part(140, 0.2)))
    return group(500, part(500, 0.4), { touchpoints, durations: Array.from({ length: 200 }, () => random() * 1000) })
  }
  const wrong = Array.from({ length: 60 }, () => compareGroups(draw(), draw(), true).rows.some(({ verdict }) => verdict === 'clear'))
  expect(wrong.filter(Boolean).length / wrong.length).toBeLessThan(0.15)
})

test('too few cases are counted, not compared; empty groups compare nothing', () => {
  const { rows, tooFew } = compareGroups(group(400, 320), group(12, 6, { scores: [] }), true)
  expect(rows).toEqual([])
  expect(tooFew).toBeGreaterThan(5)
  const empty: GroupAnswers = { overview: noJourneys, touchpoints: [], transitions: [], scores: [], durations: [] }
  expect(compareGroups(empty, empty, true).rows).toEqual([])
})
