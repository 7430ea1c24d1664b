import { expect, test } from 'vitest'
import { findArchetypes } from '../../src/analysis/archetypes/find-archetypes.ts'
import { countTransitions } from '../../src/analysis/archetypes/count-transitions.ts'
import { fitMixture } from '../../src/analysis/archetypes/mixture.ts'
import { seededRandom } from '../../src/analysis/statistics/seeded-random.ts'
import { adjustedRand, assignByTruth, draw, variantsOf, type Chains } from '../fixtures/markov-mixture.ts'
import { shopChains } from '../fixtures/shop-chains.ts'

const found = (journeys: readonly (readonly string[])[], most: number, seeds: number) => {
  const { paths, at } = variantsOf(journeys)
  const steps = findArchetypes(paths, { most, seeds })
  for (;;) {
    const step = steps.next()
    if (!step.done) continue
    if (!step.value) throw new Error('too few journeys')
    return { ...step.value, of: at.map((v) => step.value!.assigned[v]!) }
  }
}

/** The two clusters of the example of ClickClust's click.EM: five states, 10 to 50 steps, 30 % and 70 %. */
const clickClust: Chains = {
  shares: [0.3, 0.7],
  length: [10, 50],
  start: [Array<number>(5).fill(0.2), Array<number>(5).fill(0.2)],
  next: [
    [
      [0.2, 0.1, 0.15, 0.15, 0.4],
      [0.2, 0.2, 0.2, 0.2, 0.2],
      [0.15, 0.1, 0.2, 0.2, 0.35],
      [0.15, 0.1, 0.2, 0.2, 0.35],
      [0.3, 0.3, 0.1, 0.1, 0.2],
    ],
    [
      [0.15, 0.15, 0.2, 0.2, 0.3],
      [0.2, 0.1, 0.3, 0.3, 0.1],
      [0.25, 0.2, 0.15, 0.15, 0.25],
      [0.25, 0.2, 0.15, 0.15, 0.25],
      [0.1, 0.3, 0.2, 0.2, 0.2],
    ],
  ],
}

test.each([
  [1000, 0.03, 0.04],
  [20_000, 0.01, 0.015],
])('the two clusters of ClickClust’s example are found in %i sequences', (n, shareError, cellError) => {
  const { journeys, truth } = draw(clickClust, n, seededRandom(7))
  const { archetypes, of } = found(journeys, 3, 3)
  expect(archetypes).toHaveLength(2)
  expect(Math.abs(Math.min(...archetypes.map(({ expectedShare }) => expectedShare)) - 0.3)).toBeLessThan(shareError)
  const optimum = adjustedRand(assignByTruth(clickClust, journeys), truth)
  // Published: 0.626 at 1,000 and 0.620 at 20,000.
  expect(optimum).toBeGreaterThan(0.58)
  expect(optimum).toBeLessThan(0.66)
  expect(adjustedRand(of, truth)).toBeGreaterThan(0.97 * optimum)
  // Cells of the transition matrices, from the groups that the truth says, so that only the fit itself is looked at.
  const { paths, at } = variantsOf(journeys)
  const start = new Float64Array(paths.length * 2).fill(0.5)
  for (const [j, v] of at.entries()) start.set(truth[j] === 0 ? [1, 0] : [0, 1], v * 2)
  const counts = countTransitions(paths)
  const { mixture } = fitMixture(counts, start, { iterations: 200, tolerance: 1e-9 })
  const errors: number[] = []
  for (const [t, from] of counts.from.entries()) {
    const to = counts.to[t]!
    if (from < 2 || to < 2) continue
    const place = (state: number): number => Number(counts.touchpoints[state - 2]!.slice(1))
    for (const k of [0, 1]) {
      const leaves = counts.from.reduce((sum, a, u) => sum + (a === from && counts.to[u]! >= 2 ? Math.exp(mixture.logs[u * 2 + k]!) : 0), 0)
      errors.push(Math.abs(Math.exp(mixture.logs[t * 2 + k]!) / leaves - clickClust.next[k]![place(from)]![place(to)]!))
    }
  }
  expect(Math.max(...errors)).toBeLessThan(cellError)
})

test('fifty sequences of ClickClust’s example are too few for two clusters, as published', () => {
  const sizes = Array.from(
    { length: 10 },
    (_, seed) => found(draw(clickClust, 50, seededRandom(seed + 1)).journeys, 3, 3).archetypes.length,
  )
  expect(sizes.filter((size) => size === 1).length).toBeGreaterThanOrEqual(8)
})

/** Chains drawn by a seed: 2 to 4 of them, 7 states, journeys of about 9 steps. */
function randomChains(seed: number): Chains {
  const random = seededRandom(seed * 31 + 5)
  const size = 2 + (seed % 3)
  const row = (): number[] => {
    const values = Array.from({ length: 7 }, () => (-Math.log(1 - random())) ** 1.5)
    const sum = values.reduce((a, b) => a + b, 0)
    return values.map((value) => value / sum)
  }
  const shares = [
    [0.6, 0.4],
    [0.45, 0.35, 0.2],
    [0.35, 0.3, 0.2, 0.15],
  ][size - 2]!
  return {
    shares,
    leave: 0.12,
    start: shares.map(row),
    next: shares.map(() => Array.from({ length: 7 }, row)),
  }
}

test('of chains drawn in 50 ways the number is right in 9 of 10, and journeys are told apart as well as can be', () => {
  let right = 0
  const ratios: number[] = []
  for (let seed = 1; seed <= 50; seed++) {
    const chains = randomChains(seed)
    const { journeys, truth } = draw(chains, 1500, seededRandom(seed))
    const { archetypes, of } = found(journeys, 6, 4)
    if (archetypes.length === chains.shares.length) right++
    ratios.push(adjustedRand(of, truth) / adjustedRand(assignByTruth(chains, journeys), truth))
  }
  const mean = ratios.reduce((a, b) => a + b, 0) / ratios.length
  if (process.env['WEND_TRUTH'] === 'print')
    console.log({ right, mean, least: Math.min(...ratios), good: ratios.filter((r) => r >= 0.95).length })
  expect(right).toBeGreaterThanOrEqual(45)
  expect(mean).toBeGreaterThanOrEqual(0.95)
})

test('journeys of a single chain are one archetype, whatever the seed', () => {
  let right = 0
  for (let seed = 1; seed <= 20; seed++) {
    const one = randomChains(seed)
    const chains = { ...one, shares: [1] }
    if (found(draw(chains, 1500, seededRandom(seed)).journeys, 4, 3).archetypes.length === 1) right++
  }
  expect(right).toBeGreaterThanOrEqual(19)
})

/**
 * The shop's five archetypes as `simulate` plants them. They overlap so much that knowing the true chains gives an index of only
 * about 0.4, and 20,000 journeys do not always show the two smallest apart: what is asked here is what the data can give.
 */
test('the shop’s planted archetypes are told apart nearly as well as their true chains could', () => {
  const seeds = Number(process.env['WEND_SEEDS'] ?? 2)
  const n = Number(process.env['WEND_JOURNEYS'] ?? 20_000)
  const ratios: number[] = []
  const sizes: number[] = []
  for (let seed = 1; seed <= seeds; seed++) {
    const { journeys, truth } = draw(shopChains, n, seededRandom(seed))
    const { archetypes, of } = found(journeys, 6, 3)
    sizes.push(archetypes.length)
    ratios.push(adjustedRand(of, truth) / adjustedRand(assignByTruth(shopChains, journeys), truth))
  }
  if (process.env['WEND_TRUTH'] === 'print') console.log({ sizes, ratios })
  for (const size of sizes) expect([3, 4, 5]).toContain(size)
  for (const ratio of ratios) expect(ratio).toBeGreaterThan(0.6)
})
