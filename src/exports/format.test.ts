import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDate,
  formatDuration,
  formatMedian,
  formatNumber,
  formatPeriod,
  formatRate,
  formatScore,
  formatShort,
  plural,
} from './format.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')
const second = 1000
const day = 86_400 * second

describe('numbers for people', () => {
  it('says "at once" for a median of nothing, and any other as a duration', () => {
    expect([0, 60_000, null].map((ms) => plain(formatMedian(ms)))).toEqual(['at once', '1 min', '–'])
  })
  it('groups whole numbers by thousands with commas', () => {
    expect([0, 7, 999, 1000, 1_234_567, -4321].map(formatCount)).toEqual(['0', '7', '999', '1,000', '1,234,567', '−4,321'])
  })
  it('shortens large numbers without passing the next unit', () => {
    expect([950, 9_999, 12_345, 999_949, 999_950, 1_250_000, 3e9].map((value) => plain(formatShort(value)))).toEqual(
      ['950', '9,999', '12.3 k', '1,000 k', '1 M', '1.3 M', '3 bn'].map((text) => text),
    )
  })
  it('drops zeros that say nothing and never writes minus nought', () => {
    expect([formatNumber(2.5), formatNumber(2), formatNumber(-0.001), formatNumber(1234.567, 1), formatNumber(Number.NaN)]).toEqual([
      '2.5',
      '2',
      '0',
      '1,234.6',
      '–',
    ])
  })
  it('shows rates as per cent, one decimal below ten', () => {
    expect([0, 0.0004, 0.043, 0.62, 0.9989, 1].map((rate) => plain(formatRate(rate)))).toEqual([
      '0 %',
      '<0.1 %',
      '4.3 %',
      '62 %',
      '99.8 %',
      '100 %',
    ])
  })
  it('never rounds a rate below one up to 100 per cent', () => {
    expect(plain(formatRate(0.99999))).toBe('99.9 %')
  })
  it('shows durations in the unit a person would choose', () => {
    const cases: [number | null, string][] = [
      [0, '0 ms'],
      [450, '450 ms'],
      [45 * second, '45 s'],
      [59.6 * second, '1 min'],
      [720 * second, '12 min'],
      [3.2 * 3600 * second, '3.2 h'],
      [day, '1 day'],
      [5.4 * day, '5.4 days'],
      [800 * day, '2.2 years'],
      [null, '–'],
    ]
    for (const [ms, text] of cases) expect(plain(formatDuration(ms))).toBe(text)
  })
  it('signs scores and dates in UTC', () => {
    expect([formatScore(0.423), formatScore(-0.1), formatScore(-0.001), formatScore(null)]).toEqual(['+0.42', '−0.10', '0.00', '–'])
    expect(plain(formatDate(Date.UTC(2025, 2, 3, 23, 59)))).toBe('3 Mar 2025')
    expect(plain(formatPeriod(Date.UTC(2025, 2, 3), Date.UTC(2025, 2, 3, 20)))).toBe('3 Mar 2025')
    expect(formatDate(Number.MAX_VALUE)).toBe('–')
    expect([plain(plural(1, 'journey')), plain(plural(2000, 'journey'))]).toEqual(['1 journey', '2,000 journeys'])
  })
})
