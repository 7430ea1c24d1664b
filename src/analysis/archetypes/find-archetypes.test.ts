import { expect, test } from 'vitest'
import { seededRandom } from '../statistics/seeded-random.ts'
import { countTransitions } from './count-transitions.ts'
import { findArchetypes, type Archetypes } from './find-archetypes.ts'
import { assignPaths, fitMixture, randomAssignment, type Mixture } from './mixture.ts'
import type { WeightedPath } from '../weighted-path.ts'

type Chain = Readonly<Record<string, readonly (readonly [next: string, weight: number])[]>>

const careful: Chain = {
  '': [
    ['Ad', 7],
    ['Search', 3],
  ],
  Ad: [
    ['Product', 8],
    ['Size guide', 2],
  ],
  Search: [
    ['Product', 9],
    ['', 1],
  ],
  Product: [
    ['Size guide', 6],
    ['Reviews', 3],
    ['', 1],
  ],
  'Size guide': [
    ['Product', 3],
    ['Cart', 6],
    ['', 1],
  ],
  Reviews: [
    ['Cart', 5],
    ['Product', 4],
    ['', 1],
  ],
  Cart: [
    ['Order', 8],
    ['', 2],
  ],
  Order: [['', 1]],
}
const helped: Chain = {
  '': [
    ['Search', 8],
    ['Ad', 2],
  ],
  Ad: [['Product', 10]],
  Search: [
    ['Product', 4],
    ['Help', 6],
  ],
  Product: [
    ['Help', 5],
    ['Cart', 3],
    ['', 2],
  ],
  Help: [
    ['Call', 7],
    ['Product', 2],
    ['', 1],
  ],
  Call: [
    ['Order', 4],
    ['Help', 3],
    ['', 3],
  ],
  Cart: [
    ['Help', 5],
    ['Order', 5],
  ],
  Order: [['', 1]],
  'Size guide': [['', 1]],
  Reviews: [['', 1]],
}

function walk(chain: Chain, random: () => number): readonly string[] {
  const path: string[] = []
  for (let at = ''; ;) {
    const ways = chain[at]!
    let left = random() * ways.reduce((sum, [, weight]) => sum + weight, 0)
    const [next] = ways.find(([, weight]) => (left -= weight) < 0) ?? ways.at(-1)!
    if (next === '') return path.length === 0 ? ['Ad'] : path
    path.push(next)
    at = next
    if (path.length > 60) return path
  }
}

interface Drawn {
  readonly paths: readonly WeightedPath[]
  readonly truth: readonly number[]
}
function draw(count: number, share: number, seed: number): Drawn {
  const random = seededRandom(seed)
  const truth = Array.from({ length: count }, () => (random() < share ? 0 : 1))
  return { truth, paths: truth.map((from) => ({ path: walk([careful, helped][from]!, random), weight: 1 })) }
}

function run(paths: readonly WeightedPath[], most = 4): Archetypes | undefined {
  const steps = findArchetypes(paths, { most, seeds: 8 })
  for (let last = 0; ;) {
    const step = steps.next()
    if (step.done) return step.value
    expect(step.value).toBeGreaterThanOrEqual(last)
    last = step.value
  }
}

/** Adjusted Rand index, straight from its definition by pairs of a contingency table. */
function adjustedRand(one: readonly number[], other: readonly number[]): number {
  const pairs = (n: number): number => (n * (n - 1)) / 2
  const sum = (groups: ReadonlyMap<string, readonly number[]>): number =>
    [...groups.values()].reduce((all, group) => all + pairs(group.length), 0)
  const index = one.map((_, i) => i)
  const both = sum(Map.groupBy(index, (i) => `${one[i]} ${other[i]}`))
  const first = sum(Map.groupBy(index, (i) => `${one[i]}`))
  const second = sum(Map.groupBy(index, (i) => `${other[i]}`))
  const expected = (first * second) / pairs(one.length)
  return (both - expected) / ((first + second) / 2 - expected)
}

/** The best that anybody can do who knows both chains. */
function bayes({ paths }: Drawn, share: number): readonly number[] {
  const log = (chain: Chain, path: readonly string[]): number => {
    let at = ''
    let sum = 0
    for (const next of [...path, '']) {
      const ways = chain[at] ?? [['', 1] as const]
      const all = ways.reduce((total, [, weight]) => total + weight, 0)
      sum += Math.log((ways.find(([name]) => name === next)?.[1] ?? 1e-9) / all)
      at = next
    }
    return sum
  }
  return paths.map(({ path }) => (log(careful, path) + Math.log(share) >= log(helped, path) + Math.log(1 - share) ? 0 : 1))
}

test.each([3, 4, 5, 6, 7, 8])('two planted chains are found, and journeys told apart as well as can be (seed %i)', (seed) => {
  const drawn = draw(5000, 0.6, seed)
  const found = run(drawn.paths)!
  expect(found.archetypes).toHaveLength(2)
  expect(Math.abs(found.archetypes[0]!.share - 0.6)).toBeLessThan(0.06)
  const optimum = adjustedRand(bayes(drawn, 0.6), drawn.truth)
  // Many short journeys fit both chains equally well: the likelihood is flat there, and the index swings by a few percent.
  expect(adjustedRand(found.assigned, drawn.truth)).toBeGreaterThan(0.9 * optimum)
  const counts = countTransitions(drawn.paths)
  const known = Float64Array.from(drawn.truth.flatMap((from) => (from === 0 ? [1, 0] : [0, 1])))
  const fromTruth = fitMixture(counts, known, { iterations: 300, tolerance: 1e-7 }).logLikelihood
  expect(found.tried[1]!.logLikelihood).toBeGreaterThan(fromTruth - 1)
  const paths = new Set(drawn.paths.map(({ path }) => JSON.stringify(path)))
  for (const { representative } of found.archetypes) expect(paths.has(JSON.stringify(representative))).toBe(true)
  expect(found.archetypes[1]!.name).toMatch(/Help|Call/)
})

test.each([11, 12, 13, 14])('journeys of one chain are one archetype (seed %i)', (seed) => {
  expect(run(draw(1500, 1, seed).paths)!.archetypes).toHaveLength(1)
})

test('each step of the fit makes the journeys likelier, and probabilities leaving a state sum to one', () => {
  const counts = countTransitions(draw(400, 0.5, 2).paths)
  const start = (): Float64Array => randomAssignment(counts.paths, 3, seededRandom(5))
  let last = -Infinity
  let mixture: Mixture | undefined
  for (let iterations = 1; iterations < 30; iterations++) {
    const fitted = fitMixture(counts, start(), { iterations, tolerance: 0 })
    expect(fitted.logLikelihood).toBeGreaterThanOrEqual(last - 0.05)
    last = fitted.logLikelihood
    mixture = fitted.mixture
  }
  const sums = new Map<string, number>()
  for (let t = 0; t < counts.from.length; t++)
    for (let k = 0; k < 3; k++) {
      const key = `${counts.from[t]} ${k}`
      sums.set(key, (sums.get(key) ?? 0) + Math.exp(mixture!.logs[t * 3 + k]!))
    }
  for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 9)
})

test('one chain’s log-likelihood is the sum over its transitions, computed by hand', () => {
  const paths = [
    { path: ['a', 'b'], weight: 3 },
    { path: ['a'], weight: 1 },
  ]
  const counts = countTransitions(paths)
  const { mixture } = fitMixture(counts, new Float64Array(2).fill(1), { iterations: 1, tolerance: 0 })
  const likelihood = assignPaths(counts, mixture, new Float64Array(2))
  // From a: 3 of 4 go to b, 1 of 4 ends; ten visits more are spread as all spread theirs, and each count is raised by 0.01.
  const toB = Math.log(10.51 / 14.02)
  const ends = Math.log(3.51 / 14.02)
  expect(likelihood).toBeCloseTo(3 * toB + ends, 9)
})

test('weights count as that many journeys', () => {
  const { paths } = draw(300, 0.6, 9)
  const twice = [...paths, ...paths]
  const heavy = paths.map(({ path }) => ({ path, weight: 2 }))
  const one = run(heavy, 1)!
  const other = run(twice, 1)!
  expect(one.tried[0]!.logLikelihood).toBeCloseTo(other.tried[0]!.logLikelihood, 6)
})

test.each([
  ['one customer', [{ path: ['a'], weight: 1 }]],
  ['nothing', []],
])('%s is not enough', (_what, paths) => {
  expect(run(paths)).toBeUndefined()
})

test('one variant, and a journey of 100,000 steps, are one archetype without a number that is none', () => {
  const long = { path: Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 'a' : 'b')), weight: 1 }
  for (const paths of [[{ path: ['a', 'b'], weight: 500 }], [long, { path: ['a'], weight: 60 }]]) {
    const found = run(paths)!
    expect(found.archetypes.length).toBeGreaterThanOrEqual(1)
    for (const one of found.archetypes) expect([one.share, one.journeys, one.events].every(Number.isFinite)).toBe(true)
    expect(found.archetypes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  }
})
