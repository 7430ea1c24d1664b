import type { TransitionCounts } from './count-transitions.ts'

/** A mixture of first-order Markov chains. `logs[t * size + k]` is the natural log of chain k's probability of transition t. */
export interface Mixture {
  readonly size: number
  readonly shares: Float64Array
  readonly logs: Float64Array
}

/** Responsibilities: `values[v * size + k]` is the probability that path v came from chain k. */
export interface Fitted {
  readonly mixture: Mixture
  readonly responsibilities: Float64Array
  /** Sum over journeys of the natural log of their probability. */
  readonly logLikelihood: number
  readonly iterations: number
}

export interface EmLimits {
  readonly iterations: number
  /** Stops when the log-likelihood changes by less than this share of itself. */
  readonly tolerance: number
}

/**
 * Visits that each chain is given at each touchpoint before it is fitted, spread as all journeys together spread theirs:
 * where a chain has seen little, it goes on as everybody does.
 */
const shared = 10
/** Added to every count, so that what no fitted path did stays possible. */
const smoothing = 0.01

/** Random soft assignment of the paths to `size` chains. */
export function randomAssignment(paths: number, size: number, random: () => number): Float64Array {
  const values = new Float64Array(paths * size)
  for (let v = 0; v < paths; v++) {
    let sum = 0
    for (let k = 0; k < size; k++) {
      // Exponential draws, normalised: uniform over all assignments; squared, so that chains differ from the first step on.
      const drawn = Math.log(1 - random()) ** 2
      values[v * size + k] = drawn
      sum += drawn
    }
    for (let k = 0; k < size; k++) values[v * size + k]! /= sum
  }
  return values
}

/** Expectation maximisation from an assignment, which is changed in place. */
export function fitMixture(counts: TransitionCounts, responsibilities: Float64Array, limits: EmLimits): Fitted {
  const usual = usualTransitions(counts)
  let last = -Infinity
  let iterations = 0
  let mixture = maximise(counts, responsibilities, usual)
  for (;;) {
    const logLikelihood = assignPaths(counts, mixture, responsibilities)
    iterations++
    if (iterations >= limits.iterations || Math.abs(logLikelihood - last) <= limits.tolerance * Math.abs(logLikelihood))
      return { mixture, responsibilities, logLikelihood, iterations }
    last = logLikelihood
    mixture = maximise(counts, responsibilities, usual)
  }
}

/** What share of the visits to a state all journeys together go on along each transition. */
function usualTransitions({ paths, weights, starts, cells, counts, from, states }: TransitionCounts): Float64Array {
  const sums = new Float64Array(from.length)
  for (let v = 0; v < paths; v++) for (let c = starts[v]!; c < starts[v + 1]!; c++) sums[cells[c]!]! += weights[v]! * counts[c]!
  const leaving = new Float64Array(states)
  for (let t = 0; t < sums.length; t++) leaving[from[t]!]! += sums[t]!
  for (let t = 0; t < sums.length; t++) sums[t]! /= Math.max(leaving[from[t]!]!, Number.MIN_VALUE)
  return sums
}

/**
 * Bayesian information criterion, the smaller the better: −2 log-likelihood, less the log prior, + free parameters × ln of the
 * visits that each rests on beside those it was given. A chain's way of going on from a touchpoint that it hardly visits so
 * costs little. Transitions nobody makes are no parameters: they are taken to be impossible in this company.
 */
export function criterion(counts: TransitionCounts, { mixture, responsibilities, logLikelihood }: Fitted): number {
  const { paths, weights, starts, cells, counts: times, from, states } = counts
  const { size, logs } = mixture
  const usual = usualTransitions(counts)
  const visits = new Float64Array(states * size)
  let journeys = 0
  for (let v = 0; v < paths; v++) {
    journeys += weights[v]!
    for (let c = starts[v]!; c < starts[v + 1]!; c++)
      for (let k = 0; k < size; k++) visits[from[cells[c]!]! * size + k]! += weights[v]! * times[c]! * responsibilities[v * size + k]!
  }
  const ways = new Float64Array(states)
  let prior = 0
  for (let t = 0; t < from.length; t++) {
    ways[from[t]!]! += 1
    if (usual[t]! > 0) for (let k = 0; k < size; k++) prior += shared * usual[t]! * (logs[t * size + k]! - Math.log(usual[t]!))
  }
  let cost = (size - 1) * Math.log(Math.max(journeys, 2))
  for (let a = 0; a < states; a++)
    for (let k = 0; k < size; k++) cost += Math.max(0, ways[a]! - 1) * Math.log(1 + visits[a * size + k]! / shared)
  return -2 * (logLikelihood + prior) + cost
}

function maximise(
  { paths, weights, starts, cells, counts, from, states }: TransitionCounts,
  given: Float64Array,
  usual: Float64Array,
): Mixture {
  const transitions = from.length
  const size = given.length / Math.max(1, paths)
  const shares = new Float64Array(size)
  const sums = new Float64Array(transitions * size)
  let total = 0
  for (let v = 0; v < paths; v++) {
    const weight = weights[v]!
    total += weight
    for (let k = 0; k < size; k++) shares[k]! += weight * given[v * size + k]!
    for (let c = starts[v]!; c < starts[v + 1]!; c++) {
      const place = cells[c]! * size
      const mass = weight * counts[c]!
      for (let k = 0; k < size; k++) sums[place + k]! += mass * given[v * size + k]!
    }
  }
  const leaving = new Float64Array(states * size)
  for (let t = 0; t < transitions; t++)
    for (let k = 0; k < size; k++) {
      sums[t * size + k]! += shared * usual[t]! + smoothing
      leaving[from[t]! * size + k]! += sums[t * size + k]!
    }
  const logs = new Float64Array(transitions * size)
  for (let t = 0; t < transitions; t++)
    for (let k = 0; k < size; k++) logs[t * size + k] = Math.log(sums[t * size + k]! / leaving[from[t]! * size + k]!)
  for (let k = 0; k < size; k++) shares[k]! /= Math.max(total, Number.MIN_VALUE)
  return { size, shares, logs }
}

/** Writes which chain each path comes from and returns the log-likelihood; also for paths that the mixture was not fitted to. */
export function assignPaths(counts: TransitionCounts, mixture: Mixture, responsibilities: Float64Array): number {
  const { size, shares, logs } = mixture
  const { paths, weights, starts, cells, counts: times } = counts
  const logShares = Float64Array.from(shares, (share) => Math.log(Math.max(share, 1e-300)))
  const scores = new Float64Array(size)
  let logLikelihood = 0
  for (let v = 0; v < paths; v++) {
    scores.set(logShares)
    for (let c = starts[v]!; c < starts[v + 1]!; c++) {
      const place = cells[c]! * size
      const count = times[c]!
      for (let k = 0; k < size; k++) scores[k]! += count * logs[place + k]!
    }
    let best = -Infinity
    for (let k = 0; k < size; k++) if (scores[k]! > best) best = scores[k]!
    let sum = 0
    for (let k = 0; k < size; k++) {
      const value = Math.exp(scores[k]! - best)
      responsibilities[v * size + k] = value
      sum += value
    }
    for (let k = 0; k < size; k++) responsibilities[v * size + k]! /= sum
    logLikelihood += weights[v]! * (best + Math.log(sum))
  }
  return logLikelihood
}
