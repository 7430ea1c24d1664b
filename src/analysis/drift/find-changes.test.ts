import { expect, test } from 'vitest'
import { seededRandom } from '../statistics/seeded-random.ts'
import { findChanges, type Series } from './find-changes.ts'

/** Weeks of 200 choices each among three ways, whose chances change at `at`. */
function weeks(name: string, random: () => number, at: number): Series {
  const [before, after] = [
    [0.5, 0.3, 0.2],
    [0.38, 0.3, 0.32],
  ] as const
  return {
    name,
    counts: Array.from({ length: 40 }, (_, week) => {
      const counts = [0, 0, 0]
      const chances = week < at ? before : after
      for (let turn = 0; turn < 200; turn++) {
        const drawn = random()
        counts[drawn < chances[0] ? 0 : drawn < chances[0] + chances[1] ? 1 : 2]!++
      }
      return counts
    }),
  }
}

test('a planted change is dated within a week in at least nine of ten runs', () => {
  let right = 0
  for (let seed = 1; seed <= 50; seed++) {
    const [found] = findChanges([weeks('After delivery', seededRandom(seed), 22)], { shuffles: 199 })
    if (found && Math.abs(found.period - 22) <= 1) right++
  }
  expect(right).toBeGreaterThanOrEqual(45)
})

test('where nothing changes, at most one run in twenty reports anything, over ten series', () => {
  let alarms = 0
  for (let seed = 1; seed <= 60; seed++) {
    const random = seededRandom(1000 + seed)
    const series = Array.from({ length: 10 }, (_, index) => weeks(`${index}`, random, 99))
    if (findChanges(series, { shuffles: 199 }).length > 0) alarms++
  }
  // 5 % of 60 is 3; the chance of more than 7 at a true 5 % is below 1 %.
  expect(alarms).toBeLessThanOrEqual(7)
})

test('weeks that differ among themselves without a change of state are no change', () => {
  let alarms = 0
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed)
    const counts = Array.from({ length: 40 }, () => {
      const share = 0.3 + 0.3 * random()
      return [Math.round(1000 * share), Math.round(1000 * (1 - share))]
    })
    if (findChanges([{ name: 'noisy', counts }], { shuffles: 199 }).length > 0) alarms++
  }
  expect(alarms).toBeLessThanOrEqual(6)
})

test('the ratio is that of a plain computation', () => {
  const counts = [
    [8, 2],
    [7, 3],
    [9, 1],
    [8, 2],
    [2, 8],
    [1, 9],
    [3, 7],
    [2, 8],
  ]
  const [found] = findChanges([{ name: 'x', counts }], { shuffles: 399 })
  const log = (n: number, of: number): number => (n === 0 ? 0 : n * Math.log(n / of))
  expect(found!.period).toBe(4)
  expect(found!.ratio).toBeCloseTo(2 * (log(32, 40) + log(8, 40) + log(8, 40) + log(32, 40) - 2 * log(40, 80)), 9)
  expect(found!.before).toEqual([0.8, 0.2])
  expect(found!.after).toEqual([0.2, 0.8])
})

test('too few periods, no counts at all, and nothing are no change', () => {
  expect(findChanges([])).toEqual([])
  expect(
    findChanges([
      {
        name: 'short',
        counts: [
          [1, 0],
          [0, 1],
        ],
      },
    ]),
  ).toEqual([])
  expect(findChanges([{ name: 'empty', counts: Array.from({ length: 20 }, () => [0, 0]) }])).toEqual([])
})
