import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnNext, silence } from './back-off-model.ts'
import { evaluateNext, predictNext } from './evaluate-next.ts'

const paths = (...texts: readonly string[]) => texts.map((text) => ({ path: [...text], fellSilent: true }))

test('the longest known past speaks, mixed with shorter ones as Witten and Bell say', () => {
  const { next } = learnNext(paths('ab', 'ab', 'ac'), 1)
  // After a: b twice, c once, two kinds. Order 0: a 3, b 2, c 1, end 3 of 9, four kinds; order −1: a quarter each.
  const orderZero = (2 + 4 * 0.25) / (9 + 4)
  const likely = next(['a'])
  expect(likely[0]!.next).toBe('b')
  expect(likely[0]!.probability).toBeCloseTo((2 + 2 * orderZero) / (3 + 2), 12)
})

test('probabilities sum to one after any past, known or not', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 6 })), fc.array(fc.constantFrom('a', 'b', 'z')), (texts, past) => {
      const likely = learnNext(paths(...texts), 3).next(past)
      expect(likely.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9)
      expect(likely.every(({ probability }) => probability > 0 && probability <= 1)).toBe(true)
    }),
    { numRuns: 300, seed: 1 },
  )
})

test('what depends on the step before last is learnt, and beats the last step alone and the majority', () => {
  const made = Array.from({ length: 400 }, (_, i) => ({
    path: i % 2 === 0 ? ['a', 'x', 'b', 'y'] : ['c', 'x', 'd', 'z'],
    fellSilent: true,
  }))
  const { model, quality, majority, firstOrder } = predictNext(made.slice(0, 300), made.slice(300))
  expect(model.order).toBeGreaterThanOrEqual(2)
  expect(quality!.accuracy).toBeCloseTo(0.9, 1)
  expect(quality!.logLoss).toBeLessThan(firstOrder!.logLoss)
  expect(firstOrder!.logLoss).toBeLessThan(majority!.logLoss)
})

test('a journey that always ends is said to end', () => {
  expect(learnNext(paths('ab', 'ab', 'ab'), 2).next(['a', 'b'])[0]!.next).toBe(silence)
})

test('accuracy, log loss and calibration are those of a plain count', () => {
  const model = {
    order: 0,
    names: [silence, 'a'],
    chances: () => Float64Array.of(0.25, 0.75),
  }
  const quality = evaluateNext(model, [
    { path: ['a'], fellSilent: true },
    { path: ['a'], fellSilent: true },
    { path: ['a'], fellSilent: false },
  ])!
  expect(quality.accuracy).toBe(3 / 5)
  expect(quality.logLoss).toBeCloseTo(-(3 * Math.log(0.75) + 2 * Math.log(0.25)) / 5, 12)
  // First touchpoints: a came always and was said at 0.75. After a: silence came always and was said at 0.25.
  expect(quality.calibrationError).toBeCloseTo((3 * 0.25 + 2 * 0.75) / 5, 12)
  expect(quality.confidenceError).toBeCloseTo(0.15, 12)
  expect(quality.moments).toBe(5)
})

test('no journeys to judge by give no figure', () => {
  expect(predictNext([], [])).toMatchObject({ quality: null, majority: null, firstOrder: null })
})
