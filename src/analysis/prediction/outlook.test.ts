import { expect, test } from 'vitest'
import { findOutlook, type OutlookInput } from './outlook.ts'
import { riskInsights } from './risk-insights.ts'

const hour = 3_600_000
const asOf = 1000 * hour
const wins = (path: readonly string[], wait: number) => ({
  path: [...path, 'Buy'],
  gaps: [0, ...path.slice(1).map(() => hour), wait * hour],
  outcome: 'goal' as const,
})
const leaves = (path: readonly string[]) => ({ path, gaps: path.map((_, at) => (at === 0 ? 0 : hour)), outcome: 'lost' as const })
const many = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))

/** From Cart nine in ten buy within nine hours; from Blog hardly anybody does. */
const journeys = [
  ...many(100, (at) => wins(['Home', 'Cart'], 1 + (at % 10))),
  ...many(20, () => leaves(['Home', 'Cart'])),
  ...many(8, () => wins(['Blog'], 2)),
  ...many(92, () => leaves(['Blog'])),
]
const open = (customer: string, path: readonly string[], hoursAgo: number) => ({ customer, path, last: asOf - hoursAgo * hour })
const look = (under: OutlookInput['open'], more: Partial<OutlookInput> = {}) => [
  ...done(findOutlook({ journeys, open: under, asOf, hasGoal: true, ...more })),
]
function done<Result>(work: Generator<number, Result>): Result {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

test('who waits longer than nine in ten did is stuck; who is where most end is likely to leave; who came the way of buyers is ready', () => {
  const rows = look([open('s', ['Home', 'Cart'], 30), open('l', ['Blog'], 1), open('r', ['Home', 'Cart'], 0)])
  expect(rows.map(({ customer, list }) => [customer, list])).toEqual([
    ['s', 'stuck'],
    ['l', 'likely-to-leave'],
    ['r', 'ready'],
  ])
  expect(rows[0]).toMatchObject({
    waited: 30 * hour,
    goal: 0,
    reason: 'Has waited 30 hours at "Cart"; nine in ten of those who went on from there did so within 9 hours.',
  })
  expect(rows[1]?.n).toBe(100)
  expect(rows[2]).toMatchObject({
    hint: 'Somebody who came exactly this way and reached the goal went on to "Buy".',
    converter: ['Home', 'Cart', 'Buy'],
    like: 2,
  })
  expect(rows[2]!.goal!).toBeCloseTo(100 / 120, 1)
})

test('without a goal nobody is ready and no chance of it is told', () => {
  const rows = look([open('r', ['Home', 'Cart'], 0), open('s', ['Home', 'Cart'], 30)], { hasGoal: false })
  expect(rows.map(({ list, goal }) => [list, goal])).toEqual([['stuck', null]])
})

test('too few like them, nothing learnt, or a clock that runs ahead put nobody into a list', () => {
  expect(look([open('x', ['Never seen'], 50)])).toEqual([])
  expect(look([open('x', ['Cart'], 50)], { journeys: [] })).toEqual([])
  expect(look([open('x', [], 50)])).toEqual([])
  expect(look([open('x', ['Home', 'Cart'], -5)])[0]?.waited).toBe(0)
})

test('many who stand still at one touchpoint are one insight, with how many and how likely they still come', () => {
  const rows = look([...many(12, (at) => open(`s${at}`, ['Home', 'Cart'], 30)), ...many(3, (at) => open(`t${at}`, ['Blog'], 1))])
  expect(riskInsights(rows, 40)).toMatchObject([{ id: 'risk stuck Cart', affected: 12, n: 40, touchpoint: 'Cart' }])
})
