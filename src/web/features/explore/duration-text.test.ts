import { expect, test } from 'vitest'
import { readDuration, writeDuration } from './duration-text.ts'

test.each([
  ['30m', 1_800_000],
  ['12h', 43_200_000],
  ['7d', 604_800_000],
  [' 1.5 d ', 129_600_000],
])('%s is %i ms', (text, ms) => expect(readDuration(text)).toBe(ms))

test.each(['', '7', 'd', '-1d', '7 days'])('%j is no duration', (text) => expect(readDuration(text)).toBeUndefined())

test('what is written reads back', () => {
  for (const ms of [60_000, 5_400_000, 86_400_000, 604_800_000, 1_209_600_000]) expect(readDuration(writeDuration(ms))).toBe(ms)
  expect(writeDuration(1_209_600_000)).toBe('2w')
  expect(writeDuration(5_400_000)).toBe('90m')
})
