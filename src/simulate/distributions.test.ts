import { describe, expect, it } from 'vitest'
import { categorical, chance, cumulative, exponential, lognormal, normal, pick, poisson } from './distributions.ts'
import { createRandom } from './random.ts'

const n = 200_000
const random = createRandom(20_250_101)
const draw = (once: () => number) => Array.from({ length: n }, once)
const mean = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0) / xs.length
const variance = (xs: readonly number[]) => mean(xs.map((x) => x * x)) - mean(xs) ** 2
const median = (xs: readonly number[]) => xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN

describe('the distributions', () => {
  it('exponential has its mean and a variance of the mean squared', () => {
    const xs = draw(() => exponential(random, 3))
    expect(Math.abs(mean(xs) - 3)).toBeLessThan(0.04)
    expect(Math.abs(variance(xs) - 9)).toBeLessThan(0.35)
  })

  it('normal has mean 0, variance 1 and a fourth moment of 3', () => {
    const xs = draw(() => normal(random))
    expect(Math.abs(mean(xs))).toBeLessThan(0.012)
    expect(Math.abs(variance(xs) - 1)).toBeLessThan(0.02)
    expect(Math.abs(mean(xs.map((x) => x ** 4)) - 3)).toBeLessThan(0.15)
  })

  it('lognormal has its median and the mean that follows from sigma', () => {
    const xs = draw(() => lognormal(random, 10, 0.5))
    expect(Math.abs(median(xs) - 10)).toBeLessThan(0.1)
    expect(Math.abs(mean(xs) - 10 * Math.exp(0.125))).toBeLessThan(0.1)
  })

  it.each([0.3, 4, 50])('poisson with mean %d has that mean and variance', (m) => {
    const xs = draw(() => poisson(random, m))
    expect(Math.abs(mean(xs) - m) / m).toBeLessThan(0.02)
    expect(Math.abs(variance(xs) - m) / m).toBeLessThan(0.03)
  })

  it('categorical follows its weights and never draws a weight of zero', () => {
    const sums = cumulative([5, 0, 3, 2])
    const counts = [0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const k = categorical(random, sums)
      counts[k] = (counts[k] ?? 0) + 1
    }
    expect(counts[1]).toBe(0)
    expect(counts.map((c) => Math.round((c / n) * 100) / 100)).toEqual([0.5, 0, 0.3, 0.2])
  })

  it('chance and pick are fair', () => {
    expect(Math.abs(mean(draw(() => (chance(random, 0.2) ? 1 : 0))) - 0.2)).toBeLessThan(0.005)
    expect(Math.abs(mean(draw(() => pick(random, [1, 2, 3]))) - 2)).toBeLessThan(0.01)
    expect(() => pick(random, [])).toThrow('something in it')
  })
})
