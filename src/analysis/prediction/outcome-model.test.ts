import { describe, expect, test } from 'vitest'
import { seededRandom } from '../statistics/seeded-random.ts'
import { judgeGoal } from './judge-goal.ts'
import { nearestConverter } from './nearest-converter.ts'
import { learnOutcomes, type TimedJourney } from './outcome-model.ts'

const hour = 3_600_000
/** Two kinds of people: those who look at prices reach the goal four times in five, the others once in five; leavers never write. */
function made(count: number, seed: number): readonly TimedJourney[] {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => {
    const prices = random() < 0.5
    const wins = random() < (prices ? 0.8 : 0.2)
    const wait = Math.ceil(random() * 10) * hour
    const begun = ['Home', prices ? 'Prices' : 'Blog', 'Trial']
    return wins
      ? { path: [...begun, 'Buy'], gaps: [0, hour, hour, wait], outcome: 'goal' }
      : { path: begun, gaps: [0, hour, hour], outcome: 'lost' }
  })
}

describe('what becomes of journeys', () => {
  test('the chance of the goal is the share of those who came the same way', () => {
    const { goal, base } = learnOutcomes(made(4000, 1))
    expect(goal(['Home', 'Prices', 'Trial'], 0).chance).toBeCloseTo(0.8, 1)
    expect(goal(['Home', 'Blog', 'Trial'], 0).chance).toBeCloseTo(0.2, 1)
    expect(base).toBeCloseTo(0.5, 1)
  })

  test('waiting makes silence likelier and the goal less so, exactly by those who are left', () => {
    const { goal, waiting } = learnOutcomes(made(4000, 2))
    const past = ['Home', 'Prices', 'Trial']
    expect(waiting('Trial', 0).silence.chance).toBeCloseTo(0.5, 1)
    // Half of those who go on have done so after five hours.
    expect(waiting('Trial', 5 * hour).silence.chance).toBeCloseTo(2 / 3, 1)
    expect(waiting('Trial', 11 * hour).silence.chance).toBeGreaterThan(0.99)
    expect(goal(past, 5 * hour).chance).toBeLessThan(goal(past, 0).chance)
    expect(goal(past, 11 * hour).chance).toBe(0)
    expect(waiting('Trial', 0)).toMatchObject({ p50: 5 * hour, p90: 9 * hour })
  })

  test('on journeys not seen it beats saying what is usual, and what it says comes true as often', () => {
    const quality = judgeGoal(made(3000, 3), made(3000, 4))!
    expect(quality.brier).toBeLessThan(quality.brierOfBase)
    for (const bin of quality.bins.filter(({ moments }) => moments > 200)) expect(Math.abs(bin.said - bin.seen)).toBeLessThan(0.05)
  })

  test('open journeys teach nothing about the end, and nothing learnt gives no NaN', () => {
    const open: TimedJourney = { path: ['A'], gaps: [0], outcome: 'open' }
    const model = learnOutcomes([open])
    expect(model.base).toBe(0)
    expect(model.goal(['A'], 5).chance).toBe(0)
    expect(model.goal([], 0).n).toBe(0)
    expect(model.waiting('never seen', hour).silence.n).toBe(0)
    expect(model.waiting('A', hour)).toMatchObject({ p50: null, p90: null, silence: { chance: 0.5, n: 0 } })
    expect(judgeGoal([open], [open])).toBeNull()
  })
})

describe('the nearest converter', () => {
  test('is the journey whose beginning differs least, the one with the fewest steps left of equal ones', () => {
    const found = nearestConverter(
      ['Home', 'Prices'],
      [
        ['Home', 'Blog', 'Demo', 'Buy'],
        ['Home', 'Prices', 'Demo', 'Call', 'Buy'],
        ['Home', 'Prices', 'Trial', 'Buy'],
      ],
    )
    expect(found).toEqual({ path: ['Home', 'Prices', 'Trial', 'Buy'], like: 2, differences: 0, next: 'Trial' })
  })

  test('may differ, and says by how much; there may be none', () => {
    expect(nearestConverter(['X', 'Prices'], [['Home', 'Prices', 'Buy']])).toMatchObject({ like: 2, differences: 1, next: 'Buy' })
    expect(nearestConverter(['A'], [])).toBeUndefined()
    expect(nearestConverter(['A'], [[]])).toBeUndefined()
  })
})
