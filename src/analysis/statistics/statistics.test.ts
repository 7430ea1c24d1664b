import fc from 'fast-check'
import { expect, test } from 'vitest'
import { benjaminiHochberg } from './benjamini-hochberg.ts'
import { ces } from './ces.ts'
import { csat } from './csat.ts'
import { describe as moments, meanInterval, pool } from './mean-interval.ts'
import { normalTwoSided } from './normal.ts'
import { nps } from './nps.ts'
import { t95, tTwoSided } from './student-t.ts'
import { compareMeans } from './two-means.ts'
import { compareShares } from './two-proportions.ts'
import { wilson } from './wilson.ts'

test.each([
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [5, 10, 0.2366, 0.7634],
  [1, 30, 0.0059, 0.1667],
  [50, 100, 0.4038, 0.5962],
  [320, 400, 0.758, 0.8363],
])('the Wilson interval of %i in %i is %f to %f', (count, n, low, high) => {
  const interval = wilson(count, n)
  expect(interval?.low).toBeCloseTo(low, 4)
  expect(interval?.high).toBeCloseTo(high, 4)
})

test('a Wilson interval encloses its share, lies in 0..1, and mirrors when the share is turned round', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, share) => {
      const count = Math.round(n * share)
      const interval = wilson(count, n)!
      const mirror = wilson(n - count, n)!
      expect(interval.low).toBeGreaterThanOrEqual(0)
      expect(interval.high).toBeLessThanOrEqual(1)
      expect(interval.low).toBeLessThanOrEqual(interval.value + 1e-12)
      expect(interval.high).toBeGreaterThanOrEqual(interval.value - 1e-12)
      expect(interval.low).toBeCloseTo(1 - mirror.high, 10)
    }),
  )
  expect(wilson(0, 0)).toBeUndefined()
  expect(() => wilson(3, 2)).toThrow(RangeError)
})

test.each([
  [15, 10, 5, 33.33, 30.3, 4.8, 55.8],
  [45, 35, 20, 25, undefined, 9.5, 39.1],
  [180, 140, 80, 25, undefined, 17.3, 32.3],
  [10, 0, 0, 100, 76.92, 47.5, 100],
])('the NPS of %i promoters, %i passives, %i detractors is %f', (promoters, passives, detractors, value, adjusted, low, high) => {
  const score = nps({ promoters, detractors, n: promoters + passives + detractors })
  expect(score?.value).toBeCloseTo(value, 2)
  if (adjusted !== undefined) expect(score?.adjusted).toBeCloseTo(adjusted, 2)
  expect(score?.low).toBeCloseTo(low, 1)
  expect(score?.high).toBeCloseTo(high, 1)
})

test('CSAT is the share of the top two answers in percent', () => {
  expect(csat(320, 400)).toEqual({ value: 80, low: expect.closeTo(75.8, 1), high: expect.closeTo(83.63, 1) })
  expect(csat(0, 0)).toBeUndefined()
})

test('CES differs by rule on the same answers', () => {
  const answers = [1, 4, 5, 5, 6, 7, 7, 7]
  expect(ces(answers, 'mean')?.value).toBe(5.25)
  expect(ces(answers, 'agree')?.value).toBe(75)
  expect(ces(answers, 'top-two')?.value).toBe(50)
  expect(ces([], 'agree')).toBeUndefined()
})

test.each([
  [1, 12.7062047],
  [2, 4.30265273],
  [4, 2.77644511],
  [9, 2.26215716],
  [29, 2.0452296],
  [100, 1.98397152],
  [1e6, 1.95996636],
])('the 95 %% quantile of t with %i degrees of freedom is %f', (df, t) => {
  expect(t95(df)).toBeCloseTo(t, 6)
  expect(tTwoSided(t, df)).toBeCloseTo(0.05, 7)
})

test.each([
  [0, 1],
  [1, 0.31731050786],
  [1.959963984540054, 0.05],
  [2.5758293035489, 0.01],
  [3.2905267314919, 0.001],
  [6, 1.973175290075e-9],
])('the two-sided tail of z = %f is %f', (z, p) => {
  expect(normalTwoSided(z) / p).toBeCloseTo(1, 9)
  expect(normalTwoSided(-z)).toBe(normalTwoSided(z))
})

test("Student's sleep data: the extra sleep of ten patients has mean 2.33 and interval 0.90 to 3.76", () => {
  const interval = meanInterval(moments([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]))
  expect(interval?.value).toBeCloseTo(2.33, 10)
  expect(interval?.low).toBeCloseTo(0.8976775, 6)
  expect(interval?.high).toBeCloseTo(3.7623225, 6)
})

test("Welch's test on Student's sleep data gives t = -1.8608 on 17.776 degrees of freedom, p = 0.07939", () => {
  const one = moments([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2])
  const two = moments([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4])
  const difference = compareMeans(one, two)
  expect(difference?.t).toBeCloseTo(-1.8608, 4)
  expect(difference?.df).toBeCloseTo(17.776, 3)
  expect(difference?.p).toBeCloseTo(0.07939, 5)
  expect(difference?.low).toBeCloseTo(-3.3654832, 6)
  expect(difference?.high).toBeCloseTo(0.2054832, 6)
})

test('pooled moments equal those of all values together', () => {
  const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 20 })
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 5 }), (samples) => {
      const pooled = pool(samples.filter((sample) => sample.length > 0).map(moments))
      const all = moments(samples.flat())
      expect(pooled.n).toBe(all.n)
      if (all.n === 0) return
      expect(pooled.mean).toBeCloseTo(all.mean, 9)
      expect(pooled.sd).toBeCloseTo(all.sd, 9)
    }),
  )
})

test("Newcombe's examples: 56 of 70 against 48 of 80, and 9 of 10 against 3 of 10", () => {
  const first = compareShares({ count: 56, n: 70 }, { count: 48, n: 80 })
  expect(first?.value).toBeCloseTo(0.2, 10)
  expect(first?.low).toBeCloseTo(0.0524, 4)
  expect(first?.high).toBeCloseTo(0.3339, 4)
  const second = compareShares({ count: 9, n: 10 }, { count: 3, n: 10 })
  expect(second?.low).toBeCloseTo(0.1705, 4)
  expect(second?.high).toBeCloseTo(0.809, 4)
})

test('the z-test of 56 of 70 against 48 of 80 squares to the chi-square 7.0347 without correction', () => {
  const { z, p } = compareShares({ count: 56, n: 70 }, { count: 48, n: 80 })!
  // chi-square of the table [[56, 14], [48, 32]]: n (ad − bc)² / (row and column totals)
  const chiSquare = (150 * (56 * 32 - 14 * 48) ** 2) / (70 * 80 * 104 * 46)
  expect(z * z).toBeCloseTo(chiSquare, 10)
  expect(p).toBeCloseTo(normalTwoSided(Math.sqrt(chiSquare)), 12)
})

test('two equal shares have no difference, and nothing that never happens is no finding', () => {
  expect(compareShares({ count: 0, n: 50 }, { count: 0, n: 70 })).toMatchObject({ value: 0, z: 0, p: 1 })
  expect(compareShares({ count: 0, n: 0 }, { count: 1, n: 2 })).toBeUndefined()
})

test("Benjamini and Hochberg's own fifteen p-values keep four at 5 %", () => {
  const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  const corrected = benjaminiHochberg(published)
  expect(corrected.filter((p) => p <= 0.05)).toHaveLength(4)
  expect(corrected[0]).toBeCloseTo(0.0015, 10)
  expect(corrected[3]).toBeCloseTo(0.035625, 10)
})

test('corrected p-values follow the step-up rule, keep their order and never fall below the raw ones', () => {
  const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 })
  fc.assert(
    fc.property(pValues, (raw) => {
      const corrected = benjaminiHochberg(raw)
      const sorted = [...raw].sort((a, b) => a - b)
      const last = sorted.reduce((found, p, index) => (p <= ((index + 1) * 0.05) / raw.length ? index : found), -1)
      const cut = last < 0 ? -1 : sorted[last]!
      corrected.forEach((p, index) => {
        expect(p).toBeGreaterThanOrEqual(raw[index]!)
        if (Math.abs(p - 0.05) > 1e-12) expect(p <= 0.05).toBe(raw[index]! <= cut)
      })
    }),
  )
})
