import { seededRandom } from '../statistics/seeded-random.ts'
import type { TransitionCounts } from './count-transitions.ts'
import { assignPaths, criterion, fitMixture, randomAssignment, type EmLimits, type Fitted } from './mixture.ts'

/** One number of archetypes that was tried. */
export interface Tried {
  readonly size: number
  readonly logLikelihood: number
  /** Bayesian information criterion; the smaller the better. */
  readonly bic: number
  /** Log-likelihood per event of every fifth journey, fitted without them; only of the sizes that were compared by it. */
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
 * Fits 1 to `most` chains and chooses by the smallest BIC; a number is confirmed when journeys it has not seen are likelier
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
  const tried: Tried[] = fits.map((fitted, index) => ({
    size: index + 1,
    logLikelihood: fitted.logLikelihood,
    bic: criterion(counts, fitted),
  }))
  const journeys = counts.weights.reduce((sum, weight) => sum + weight, 0)
  let best = tried.reduce((a, b) => (b.bic < a.bic ? b : a)).size
  const heldOut = new Map<number, number>()
  const held = (size: number): number => {
    const known = heldOut.get(size)
    if (known !== undefined) return known
    const value = heldOutPerEvent(counts, size, seeds)
    heldOut.set(size, value)
    return value
  }
  while (best > 1 && journeys >= 10 && held(best) <= held(best - 1)) {
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

/** Fits to four fifths of the journeys and says how likely the others are under it. */
function heldOutPerEvent(counts: TransitionCounts, size: number, seeds: number): number {
  const unseen = everyFifth(counts.weights)
  const { mixture } = fitBest({ ...counts, weights: counts.weights.map((weight, v) => weight - unseen[v]!) }, size, seeds)
  let events = 0
  for (let v = 0; v < counts.paths; v++)
    for (let c = counts.starts[v]!; c < counts.starts[v + 1]!; c++) events += unseen[v]! * counts.counts[c]!
  return assignPaths({ ...counts, weights: unseen }, mixture, new Float64Array(counts.paths * size)) / Math.max(1, events)
}

/** Of each path the journeys that are a fifth, a tenth … when all are counted through, so that frequent paths are split too. */
function everyFifth(weights: Float64Array): Float64Array {
  let before = 0
  return weights.map((weight) => {
    const from = Math.floor((before + 2) / 5)
    before += weight
    return Math.min(weight, Math.floor((before + 2) / 5) - from)
  })
}
