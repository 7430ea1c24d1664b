import { seededRandom } from '../statistics/seeded-random.ts'
import type { TransitionCounts } from './count-transitions.ts'
import { assignPaths, fitMixture, randomAssignment, type EmLimits, type Fitted } from './mixture.ts'

/** One number of archetypes that was tried. */
export interface Tried {
  readonly size: number
  readonly logLikelihood: number
  /** Bayesian information criterion: −2 log-likelihood + free parameters × ln journeys; the smaller the better. */
  readonly bic: number
  /** Log-likelihood per event of every fifth path, fitted without them; only of the sizes that were confirmed. */
  readonly heldOut?: number
}
export interface Choice {
  readonly fitted: Fitted
  readonly tried: readonly Tried[]
}
export interface ChoiceOptions {
  /** The largest number tried. */
  readonly most: number
  /** Random starts for each number; the best goes on. */
  readonly seeds: number
}

const short: EmLimits = { iterations: 12, tolerance: 1e-5 }
const long: EmLimits = { iterations: 300, tolerance: 1e-7 }
/** Starts are compared on so many paths at the most, the heaviest ones; the best start is then fitted to all. */
const comparedPaths = 8000

/**
 * Fits 1 to `most` chains and chooses by the smallest BIC; a number is confirmed when paths it has not seen are likelier
 * under it than under one chain less, else the smaller one is taken. Yields the share of the work that is done; the same
 * counts give the same choice.
 */
export function* chooseCount(counts: TransitionCounts, { most, seeds }: ChoiceOptions): Generator<number, Choice> {
  const fits: Fitted[] = []
  const work = (most * (most + 1)) / 2
  for (let size = 1; size <= most; size++) {
    fits.push(fitBest(counts, size, seeds))
    yield ((size * (size + 1)) / 2 / work) * 0.85
  }
  const journeys = counts.weights.reduce((sum, weight) => sum + weight, 0)
  const tried: Tried[] = fits.map(({ logLikelihood }, index) => ({
    size: index + 1,
    logLikelihood,
    bic: -2 * logLikelihood + freeParameters(counts, index + 1) * Math.log(Math.max(journeys, 2)),
  }))
  let best = tried.reduce((a, b) => (b.bic < a.bic ? b : a)).size
  const heldOut = new Map<number, number>()
  const held = (size: number): number => {
    const known = heldOut.get(size)
    if (known !== undefined) return known
    const value = heldOutPerEvent(counts, size, seeds)
    heldOut.set(size, value)
    return value
  }
  while (best > 1 && counts.paths >= 10 && held(best) <= held(best - 1)) {
    best--
    yield 0.95
  }
  const fitted = fits[best - 1]
  if (!fitted) throw new RangeError('At least one archetype has to be tried.')
  return {
    fitted,
    tried: tried.map((one) => {
      const value = heldOut.get(one.size)
      return value === undefined ? one : { ...one, heldOut: value }
    }),
  }
}

/** Transitions nobody makes are no parameters: they are taken to be impossible in this company. */
function freeParameters({ from }: TransitionCounts, size: number): number {
  return size * (from.length - new Set(from).size) + size - 1
}

function fitBest(counts: TransitionCounts, size: number, seeds: number): Fitted {
  if (size === 1) return fitMixture(counts, new Float64Array(counts.paths).fill(1), long)
  const compared = heaviest(counts, comparedPaths)
  let best: Fitted | undefined
  for (let seed = 1; seed <= seeds; seed++) {
    const start = randomAssignment(compared.paths, size, seededRandom(seed * 7919 + size))
    const fitted = fitMixture(compared, start, short)
    if (!best || fitted.logLikelihood > best.logLikelihood) best = fitted
  }
  if (!best) throw new RangeError('At least one random start is needed.')
  if (compared === counts) return fitMixture(counts, best.responsibilities, long)
  const start = new Float64Array(counts.paths * size)
  assignPaths(counts, best.mixture, start)
  return fitMixture(counts, start, long)
}

/** The `most` heaviest paths, the earlier of equal ones; all when there are no more. */
function heaviest(counts: TransitionCounts, most: number): TransitionCounts {
  if (counts.paths <= most) return counts
  const order = Array.from({ length: counts.paths }, (_, v) => v).toSorted((a, b) => counts.weights[b]! - counts.weights[a]! || a - b)
  return onlyPaths(
    counts,
    order.slice(0, most).toSorted((a, b) => a - b),
  )
}

function onlyPaths(counts: TransitionCounts, chosen: readonly number[]): TransitionCounts {
  const starts = new Int32Array(chosen.length + 1)
  for (const [place, v] of chosen.entries()) starts[place + 1] = starts[place]! + counts.starts[v + 1]! - counts.starts[v]!
  const cells = new Int32Array(starts[chosen.length]!)
  const times = new Float64Array(cells.length)
  for (const [place, v] of chosen.entries()) {
    cells.set(counts.cells.subarray(counts.starts[v], counts.starts[v + 1]), starts[place])
    times.set(counts.counts.subarray(counts.starts[v], counts.starts[v + 1]), starts[place])
  }
  return { ...counts, paths: chosen.length, weights: Float64Array.from(chosen, (v) => counts.weights[v]!), starts, cells, counts: times }
}

function heldOutPerEvent(counts: TransitionCounts, size: number, seeds: number): number {
  const every = Array.from({ length: counts.paths }, (_, v) => v)
  const seen = onlyPaths(
    counts,
    every.filter((v) => v % 5 !== 0),
  )
  const unseen = onlyPaths(
    counts,
    every.filter((v) => v % 5 === 0),
  )
  const { mixture } = fitBest(seen, size, seeds)
  let events = 0
  for (let v = 0; v < unseen.paths; v++)
    for (let c = unseen.starts[v]!; c < unseen.starts[v + 1]!; c++) events += unseen.weights[v]! * unseen.counts[c]!
  return assignPaths(unseen, mixture, new Float64Array(unseen.paths * size)) / Math.max(1, events)
}
