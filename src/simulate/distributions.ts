import type { Random } from './random.ts'

/** True with this probability. */
export function chance(random: Random, probability: number): boolean {
  return random.uniform() < probability
}

/** One of the list, all equally likely. An empty list is a bug and throws. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[Math.floor(random.uniform() * list.length)]
  if (found === undefined) throw new Error('pick needs a list with something in it')
  return found
}

/** Waiting time with this mean and no memory. */
export function exponential(random: Random, mean: number): number {
  return -mean * Math.log(1 - random.uniform())
}

/** Standard normal, by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform())
}

/** Half of the values lie below `median`; `sigma` is the standard deviation of the logarithm. */
export function lognormal(random: Random, median: number, sigma: number): number {
  return median * Math.exp(sigma * normal(random))
}

/** How many events fall into an interval that has `mean` on average; exact for every mean (large ones are summed from parts). */
export function poisson(random: Random, mean: number): number {
  let total = 0
  for (let left = mean; left > 0; left -= 16) total += smallPoisson(random, Math.min(left, 16))
  return total
}

/** Weights → running sums that end at 1, as `categorical` wants them. */
export function cumulative(weights: readonly number[]): Float64Array {
  const sum = weights.reduce((a, b) => a + b, 0)
  const sums = new Float64Array(weights.length)
  let run = 0
  weights.forEach((weight, i) => {
    run += weight
    sums[i] = run / sum
  })
  if (sums.length > 0) sums[sums.length - 1] = 1
  return sums
}

/** An index, drawn by running sums that end at 1; where several lists lie in one array, `within` says which (`to` exclusive). */
export function categorical(random: Random, sums: Float64Array, within?: { readonly from: number; readonly to: number }): number {
  const { from, to } = within ?? { from: 0, to: sums.length }
  const u = random.uniform()
  let i = from
  while (i < to - 1 && u >= (sums[i] ?? 1)) i++
  return i
}

function smallPoisson(random: Random, mean: number): number {
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count++
  return count
}
