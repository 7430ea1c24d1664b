import { expect, test } from 'vitest'
import { pointsText, shareText, tells } from './share-text.ts'

test('a share and a difference are written with their intervals, and nothing as a dash', () => {
  expect(shareText({ value: 0.26, low: 0.23, high: 0.29 }).replace(/\s/g, ' ')).toBe('26 % (23 %–29 %)')
  expect(pointsText({ value: -0.031, low: -0.05, high: 0 })).toBe('−3.1 (−5.0 to ±0.0)')
  expect([shareText(null), pointsText(null)]).toEqual(['–', '–'])
})

test('a difference tells only when its interval leaves zero out', () => {
  expect([tells({ value: 1, low: 0.2, high: 2 }), tells({ value: 1, low: -0.2, high: 2 }), tells(null)]).toEqual([true, false, false])
})
