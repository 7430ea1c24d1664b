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

/** Added to every count, so that what a chain has not seen stays possible. */
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
  const size = responsibilities.length / Math.max(1, counts.paths)
  let last = -Infinity
  let iterations = 0
  let mixture = maximise(counts, responsibilities, size)
  for (;;) {
    const logLikelihood = assignPaths(counts, mixture, responsibilities)
    iterations++
    if (iterations >= limits.iterations || Math.abs(logLikelihood - last) <= limits.tolerance * Math.abs(logLikelihood))
      return { mixture, responsibilities, logLikelihood, iterations }
    last = logLikelihood
    mixture = maximise(counts, responsibilities, size)
  }
}

function maximise({ paths, weights, starts, cells, counts, from, states }: TransitionCounts, given: Float64Array, size: number): Mixture {
  const transitions = from.length
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
  for (let t = 0; t < transitions; t++) for (let k = 0; k < size; k++) leaving[from[t]! * size + k]! += sums[t * size + k]! + smoothing
  const logs = new Float64Array(transitions * size)
  for (let t = 0; t < transitions; t++)
    for (let k = 0; k < size; k++) logs[t * size + k] = Math.log((sums[t * size + k]! + smoothing) / leaving[from[t]! * size + k]!)
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
