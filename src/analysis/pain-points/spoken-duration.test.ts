import { expect, test } from 'vitest'
import { spokenDuration } from './spoken-duration.ts'

test.each([
  [0, '0 ms'],
  [1999, '1999 ms'],
  [2000, '2 seconds'],
  [90_000, '90 seconds'],
  [9_000_000, '2.5 hours'],
  [5 * 86_400_000, '5 days'],
  [12.4 * 86_400_000, '12 days'],
])('%i ms are "%s"', (ms, words) => expect(spokenDuration(ms)).toBe(words))
