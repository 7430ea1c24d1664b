// Archetypes of 100,000 variants, K = 1..8 with 8 random starts each, on one core; and one iteration of the fit beside a plain
// EM over maps on a smaller part of them. node bench/archetypes.ts [VARIANTS]
import { countTransitions } from '../src/analysis/archetypes/count-transitions.ts'
import { findArchetypes } from '../src/analysis/archetypes/find-archetypes.ts'
import { fitMixture, randomAssignment } from '../src/analysis/archetypes/mixture.ts'
import { seededRandom } from '../src/analysis/statistics/seeded-random.ts'
import type { WeightedPath } from '../src/analysis/weighted-path.ts'

const variants = Number(process.argv[2] ?? 100_000)
const paths = drawPaths(variants)
const events = paths.reduce((sum, { path, weight }) => sum + path.length * weight, 0)
const started = process.cpuUsage()
const steps = findArchetypes(paths, { most: 8, seeds: 8 })
let longest = 0
let told = 0
let at = performance.now()
let step = steps.next()
for (; !step.done; step = steps.next()) {
  told++
  longest = Math.max(longest, performance.now() - at)
  at = performance.now()
}
const { user } = process.cpuUsage(started)
console.log(
  `${paths.length.toLocaleString('en')} variants (${events.toLocaleString('en')} events), 1 to 8 archetypes, 8 starts: ${(user / 1e6).toFixed(1)} s of one core; ${step.value?.archetypes.length} found; progress told ${told} times, the longest silence ${(longest / 1000).toFixed(1)} s`,
)

const part = paths.slice(0, Math.min(20_000, paths.length))
const size = 5
const iterations = 10
const plain = timed(() => plainEm(part))
const counts = countTransitions(part)
const ours = timed(
  () => fitMixture(counts, randomAssignment(counts.paths, size, seededRandom(1)), { iterations, tolerance: 0 }).logLikelihood,
)
console.log(
  `${iterations} iterations, K = ${size}, ${part.length.toLocaleString('en')} variants: ours ${ours.seconds.toFixed(2)} s, plain EM over maps ${plain.seconds.toFixed(2)} s; ${(plain.seconds / ours.seconds).toFixed(1)} times as long; log-likelihood ${ours.value.toFixed(0)} and ${plain.value.toFixed(0)}`,
)

function timed(work: () => number): { readonly value: number; readonly seconds: number } {
  const before = process.cpuUsage()
  const value = work()
  return { value, seconds: process.cpuUsage(before).user / 1e6 }
}

/** Different paths of three chains over 40 touchpoints. */
function drawPaths(count: number): readonly WeightedPath[] {
  const random = seededRandom(11)
  const chains = Array.from({ length: 3 }, () =>
    Array.from({ length: 40 }, () => Array.from({ length: 6 }, () => Math.floor(random() ** 2 * 40))),
  )
  const found = new Map<string, WeightedPath>()
  while (found.size < count) {
    const chain = chains[Math.floor(random() * 3)]!
    const path: string[] = []
    for (let state = Math.floor(random() * 8); path.length === 0 || (random() < 0.9 && path.length < 200);) {
      path.push(`t${state}`)
      state = chain[state]![Math.floor(random() ** 2 * 6)]!
    }
    const key = path.join()
    found.set(key, { path, weight: (found.get(key)?.weight ?? 0) + 1 })
  }
  return [...found.values()]
}

/** As the method is written in a textbook: a map of transitions for each chain, filled and read path by path. */
function plainEm(list: readonly WeightedPath[]): number {
  const random = randomAssignment(list.length, size, seededRandom(1))
  let belongs = list.map((_, v) => [...random.subarray(v * size, (v + 1) * size)])
  const pairs = (path: readonly string[]): string[] => ['(', ...path].map((from, i) => `${from}>${path[i] ?? ')'}`)
  let likelihood = 0
  for (let iteration = 0; iteration < iterations; iteration++) {
    const shares = Array<number>(size).fill(0)
    const sums = Array.from({ length: size }, () => new Map<string, number>())
    const leaving = Array.from({ length: size }, () => new Map<string, number>())
    for (const [v, { path, weight }] of list.entries())
      for (let k = 0; k < size; k++) {
        shares[k]! += weight * belongs[v]![k]!
        for (const pair of pairs(path)) {
          const from = pair.slice(0, pair.indexOf('>'))
          sums[k]!.set(pair, (sums[k]!.get(pair) ?? 0) + weight * belongs[v]![k]!)
          leaving[k]!.set(from, (leaving[k]!.get(from) ?? 0) + weight * belongs[v]![k]!)
        }
      }
    const all = shares.reduce((a, b) => a + b, 0)
    likelihood = 0
    belongs = list.map(({ path, weight }) => {
      const logs = shares.map((share, k) => {
        let log = Math.log(share / all)
        for (const pair of pairs(path)) log += Math.log(sums[k]!.get(pair)! / leaving[k]!.get(pair.slice(0, pair.indexOf('>')))!)
        return log
      })
      const best = Math.max(...logs)
      const sum = logs.reduce((total, log) => total + Math.exp(log - best), 0)
      likelihood += weight * (best + Math.log(sum))
      return logs.map((log) => Math.exp(log - best) / sum)
    })
  }
  return likelihood
}
