import { describe, expect, test } from 'vitest'
import { thinnedOut, versionDue } from './version-rules.ts'

const minute = 60_000
const day = 86_400_000
const now = 20_000 * day + 12 * 60 * minute

describe('when a version is kept', () => {
  const changed = (first: number, last: number) => [{ by: 'Ada', first: now - first * minute, last: now - last * minute }]

  test('after five quiet minutes, or thirty of editing', () => {
    expect(versionDue([], now)).toBe(false)
    expect(versionDue(changed(4, 1), now)).toBe(false)
    expect(versionDue(changed(6, 5), now)).toBe(true)
    expect(versionDue(changed(29, 0), now)).toBe(false)
    expect(versionDue(changed(30, 0), now)).toBe(true)
    expect(versionDue([...changed(30, 20), { by: 'Bo', first: now - minute, last: now }], now)).toBe(true)
    expect(versionDue([...changed(20, 10), { by: 'Bo', first: now - minute, last: now }], now)).toBe(false)
  })
})

describe('which versions are let go', () => {
  const version = (number: number, at: number, kind: 'automatic' | 'named' = 'automatic') => ({ id: `v${number}`, number, kind, at })

  test('none of the last day', () => {
    const all = Array.from({ length: 50 }, (_, n) => version(n + 1, now - day + (n + 1) * minute))
    expect(thinnedOut(all, now)).toEqual([])
  })

  test('all but the last of each day for a month, then of each week', () => {
    // Every six hours for a hundred days, oldest first.
    const all = Array.from({ length: 400 }, (_, n) => version(n + 1, now - 100 * day + n * 6 * 60 * minute))
    const gone = new Set(thinnedOut(all, now))
    const left = all.filter((one) => !gone.has(one.id))
    const within = (from: number, to: number) => left.filter((one) => now - one.at >= from * day && now - one.at < to * day)
    expect(within(0, 1)).toHaveLength(all.filter((one) => now - one.at < day).length)
    for (let age = 2; age < 29; age += 1) expect([age, within(age, age + 1).length]).toEqual([age, 1])
    // Ten weeks, and the first of all.
    expect(within(30, 101).length).toBeGreaterThanOrEqual(10)
    expect(within(30, 101).length).toBeLessThanOrEqual(13)
    expect(left[0]?.number).toBe(1)
    // Of each day the last one stays.
    for (const one of within(2, 29)) {
      const later = all.filter((other) => Math.floor(other.at / day) === Math.floor(one.at / day) && other.number > one.number)
      expect(later).toEqual([])
    }
  })

  test('never a named one, and nothing more the second time', () => {
    const all = Array.from({ length: 300 }, (_, n) =>
      version(n + 1, now - 90 * day + n * 7 * 60 * minute, n % 3 === 0 ? 'named' : 'automatic'),
    )
    const gone = new Set(thinnedOut(all, now))
    expect(all.filter((one) => one.kind === 'named' && gone.has(one.id))).toEqual([])
    expect(gone.size).toBeGreaterThan(100)
    const left = all.filter((one) => !gone.has(one.id))
    expect(thinnedOut(left, now)).toEqual([])
  })
})
