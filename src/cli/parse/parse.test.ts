import { expect, test } from 'vitest'
import { parseDuration } from './duration.ts'
import { parseNames } from './names.ts'
import { parseLimit, parseWhole } from './whole-number.ts'

test.each([
  ['30d', 30 * 86_400_000],
  ['2w', 14 * 86_400_000],
  ['36 h', 36 * 3_600_000],
  ['90min', 5_400_000],
  ['1.5h', 5_400_000],
  ['1d12h', 129_600_000],
  ['250ms', 250],
  ['0s', 0],
])('%s is %d milliseconds', (text, ms) => {
  expect(parseDuration(text, '--gap')).toBe(ms)
})

test.each(['', '7', 'd', '7 fortnights', '-3d', '7d!', '7dd'])('"%s" is no duration', (text) => {
  expect(() => parseDuration(text, '--gap')).toThrow('--gap')
})

test('names are split at commas unless quoted', () => {
  expect(parseNames('A, B ,C', '--steps')).toEqual(['A', 'B', 'C'])
  expect(parseNames('"Ask, again","say ""no""",Buy', '--steps')).toEqual(['Ask, again', 'say "no"', 'Buy'])
})

test.each(['A,,B', 'A,', '', '"A', 'A"B'])('%s is refused as a list of names', (text) => {
  expect(() => parseNames(text, '--steps')).toThrow('--steps')
})

test('a limit is a number of rows or all', () => {
  expect([parseLimit('all'), parseLimit('0'), parseLimit('25')]).toEqual(['all', 0, 25])
  for (const wrong of ['-1', '2.5', 'x', '', '1e3', '9999999999']) expect(() => parseLimit(wrong)).toThrow('--limit')
})

test('whole numbers may be grouped or shortened, within bounds', () => {
  const bounds = { least: 1, most: 10_000_000 }
  expect(['7', '20k', '1.5M', '1_000', '2,500'].map((text) => parseWhole(text, '--events', bounds))).toEqual([
    7, 20_000, 1_500_000, 1000, 2500,
  ])
  for (const wrong of ['0', '1.5', '-3', '11M', 'many', '']) expect(() => parseWhole(wrong, '--events', bounds)).toThrow('--events')
})
