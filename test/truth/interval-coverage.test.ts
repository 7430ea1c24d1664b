import { expect, test } from 'vitest'
import { describe as momentsOf, meanInterval } from '../../src/analysis/statistics/mean-interval.ts'
import { nps } from '../../src/analysis/statistics/nps.ts'
import { seededRandom } from '../../src/analysis/statistics/seeded-random.ts'
import { wilson } from '../../src/analysis/statistics/wilson.ts'
import { normaliseScore } from '../../src/journey/scale.ts'

// A company whose truth is known is simulated a thousand times; a 95 % interval must hold the truth in 93 to 97 of 100.
const simulations = 1000

/** How many of a thousand simulated intervals hold the truth, as a share. */
function coverage(
  seed: number,
  interval: (random: () => number) => { readonly low: number; readonly high: number; readonly truth: number },
): number {
  const random = seededRandom(seed)
  let held = 0
  for (let turn = 0; turn < simulations; turn++) {
    const { low, high, truth } = interval(random)
    if (low <= truth && truth <= high) held++
  }
  return held / simulations
}

const within = (share: number): void => {
  expect(share).toBeGreaterThanOrEqual(0.93)
  expect(share).toBeLessThanOrEqual(0.97)
}

test.each([
  { n: 300, rate: 0.28 },
  { n: 1000, rate: 0.1 },
  { n: 120, rate: 0.5 },
  { n: 5000, rate: 0.03 },
])('the interval of a conversion holds the truth (n $n, rate $rate)', ({ n, rate }) => {
  const share = coverage(n, (random) => {
    let count = 0
    for (let journey = 0; journey < n; journey++) if (random() < rate) count++
    return { ...wilson(count, n)!, truth: rate }
  })
  console.log(`conversion ${rate} of ${n}: ${share}`)
  within(share)
})

/** Shares of the answers 0 to 10, as surveys have them. */
const answers = [0.02, 0.01, 0.02, 0.02, 0.03, 0.06, 0.06, 0.14, 0.24, 0.2, 0.2]
const draw = (random: () => number): number => {
  let left = random()
  const found = answers.findIndex((share) => (left -= share) < 0)
  return found < 0 ? 10 : found
}

test.each([60, 200, 900])('the interval of an NPS holds the truth (n %i)', (n) => {
  const truth = 100 * (answers[9]! + answers[10]! - answers.slice(0, 7).reduce((sum, share) => sum + share, 0))
  const share = coverage(n, (random) => {
    const given = Array.from({ length: n }, () => draw(random))
    const found = nps({ promoters: given.filter((score) => score >= 9).length, detractors: given.filter((score) => score <= 6).length, n })!
    return { low: found.low, high: found.high, truth }
  })
  console.log(`NPS of ${n}: ${share}`)
  within(share)
})

const feeling = (score: number): number => normaliseScore(score, { code: 'nps', worst: 0, best: 10 })

test.each([30, 150, 1000])('the interval of a mean emotion holds the truth (n %i)', (n) => {
  const truth = answers.reduce((sum, share, score) => sum + share * feeling(score), 0)
  const share = coverage(n, (random) => {
    const found = meanInterval(momentsOf(Array.from({ length: n }, () => feeling(draw(random)))))!
    return { low: found.low!, high: found.high!, truth }
  })
  console.log(`mean emotion of ${n}: ${share}`)
  within(share)
})
