import { expect, test } from 'vitest'
import { changesOf } from '../../src/analysis/drift/changes-of.ts'
import type { ChangeRow } from '../../src/journey/methods/changes.ts'
import { gapClass, type Periods } from '../../src/journey/periods.ts'
import type { TraceRow } from '../../src/journey/trace.ts'
import type { PresetName } from '../../src/simulate/index.ts'
import { playCompany } from '../fixtures/simulated-traces.ts'

const week = 7 * 86_400_000
// The first Monday of 1970 was its fifth day.
const weekOf = (at: number): number => Math.floor((at - 4 * 86_400_000) / week) * week + 4 * 86_400_000

/** The same counts as the engine's, counted plainly. */
function periodsOf(traces: readonly TraceRow[]): Periods {
  const times = traces.map(({ start, gaps }) =>
    gaps.map(
      (
        (at) => (gap: number) =>
          (at += gap)
      )(start),
    ),
  )
  const all = times.flat().concat(traces.flatMap(({ scores }) => scores.map(({ time }) => time)))
  const [first, last] = [weekOf(all.reduce((a, b) => Math.min(a, b))), weekOf(all.reduce((a, b) => Math.max(a, b)))]
  const starts = Array.from({ length: (last - first) / week + 1 }, (_, at) => first + at * week)
  const place = (at: number): number => (weekOf(at) - first) / week
  const passages = new Map<string, Map<string, number>>()
  const begun = new Map<string, number[]>()
  const scores = new Map<string, [number, number, number][]>()
  for (const [index, { touchpoints, gaps, outcome, scores: given }] of traces.entries()) {
    const counts = begun.get(touchpoints[0]!) ?? starts.map(() => 0)
    counts[place(times[index]![0]!)]! += 1
    begun.set(touchpoints[0]!, counts)
    for (const [at, from] of touchpoints.entries()) {
      const to = touchpoints[at + 1] ?? null
      if (to === null && outcome !== 'lost') continue
      const key = JSON.stringify([from, to])
      const cell = `${place(times[index]![at]!)} ${to === null ? 0 : gapClass(gaps[at + 1]!)}`
      const cells = passages.get(key) ?? new Map<string, number>()
      cells.set(cell, (cells.get(cell) ?? 0) + 1)
      passages.set(key, cells)
    }
    for (const { step, value, time } of given) {
      const moments = scores.get(touchpoints[step]!) ?? starts.map((): [number, number, number] => [0, 0, 0])
      const own = moments[place(time)]!
      own[0] += 1
      own[1] += value
      own[2] += value * value
      scores.set(touchpoints[step]!, moments)
    }
  }
  return {
    journeys: traces.length,
    events: all.length,
    asOf: all.reduce((a, b) => Math.max(a, b)),
    starts,
    begun: [...begun].map(([touchpoint, counts]) => ({ touchpoint, counts })),
    scores: [...scores].map(([touchpoint, moments]) => ({ touchpoint, moments, n: moments.reduce((sum, [n]) => sum + n, 0) })),
    transitions: [...passages]
      .map(([key, cells]) => {
        const [from, to] = JSON.parse(key) as [string, string | null]
        const counted = [...cells].map(([cell, count]) => [...(cell.split(' ').map(Number) as [number, number]), count] as const)
        return { from, to, count: counted.reduce((sum, [, , count]) => sum + count, 0), cells: counted }
      })
      .sort((a, b) => b.count - a.count),
  }
}

function changesIn(preset: PresetName, seed: number, planted: boolean): { readonly rows: readonly ChangeRow[]; readonly date: number } {
  const { truth, traces } = playCompany({ preset, seed, planted, customers: preset === 'shop' ? 4000 : 3000, from: Date.UTC(2025, 0, 1) })
  const day = 86_400_000
  const cut = { unit: 'customer', goal: [], stillOpenMs: 14 * day, feedbackWindowMs: 30 * day } as const
  const work = changesOf(periodsOf(traces(cut)), cut.stillOpenMs)
  let step = work.next()
  while (!step.done) step = work.next()
  return { rows: step.value.rows, date: truth.change ? Date.parse(`${truth.change.date.replace(' ', 'T')}Z`.replace('ZZ', 'Z')) : NaN }
}

/** Where each preset's change is planted. */
const planted: Readonly<Record<PresetName, readonly string[]>> = {
  shop: ['time Order shipped > Order delivered', 'time Track parcel > Order delivered', 'time Order shipped > Track parcel'],
  software: ['time Chat with support > Support replied', 'time Support replied > Problem solved'],
}
const seeds = Array.from({ length: 50 }, (_, seed) => seed + 1)

test.each(['shop', 'software'] as const)(
  'a planted change is found in its week in nine of ten companies (%s)',
  (preset) => {
    let inWeek = 0
    let found = 0
    let elsewhere = 0
    for (const seed of seeds) {
      const { rows, date } = changesIn(preset, seed, true)
      const own = rows.filter(({ id }) => planted[preset].includes(id))
      if (own.length > 0) found++
      // The week that holds the date, or the one after it: the new state may begin in the middle of a week.
      if (own.some(({ at }) => at === weekOf(date) || at === weekOf(date) + week)) inWeek++
      if (rows.some(({ id, at }) => !planted[preset].includes(id) && Math.abs(at - date) > 8 * week)) elsewhere++
    }
    console.log(
      `${preset}: found in ${found} of ${seeds.length}, in the right week in ${inWeek}; companies with a change told far from it: ${elsewhere}`,
    )
    expect(inWeek / seeds.length).toBeGreaterThanOrEqual(0.9)
  },
  300_000,
)

test.each(['shop', 'software'] as const)(
  'in at most one of twenty companies without any change one is told (%s)',
  (preset) => {
    const alarms = seeds.flatMap((seed) => {
      const { rows } = changesIn(preset, seed, false)
      return rows.length > 0 ? [rows.map(({ id }) => id).join(', ')] : []
    })
    console.log(`${preset}: ${alarms.length} of ${seeds.length} companies without a change raise an alarm: ${alarms.join('; ')}`)
    expect(alarms.length / seeds.length).toBeLessThanOrEqual(0.05)
  },
  300_000,
)
