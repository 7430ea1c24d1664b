import { expect, test } from 'vitest'
import { seeded } from '../../../test/fixtures/plain-journey.ts'
import { tracedTouchpoints, tracedTransitions } from '../../../test/fixtures/traced-answers.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import type { TraceRow } from '../../journey/trace.ts'
import { compareStrata } from './compare-strata.ts'
import { makeInsights, type MakeInput } from './make-insights.ts'
import { meanWorth } from './worth.ts'

const inputOf = (traces: readonly TraceRow[]): MakeInput => ({
  definition: wholeCustomer,
  journeys: traces.length,
  touchpoints: tracedTouchpoints(traces),
  transitions: tracedTransitions(traces),
  scores: [],
  verbatims: [],
  traces,
})

interface Way {
  readonly path: readonly string[]
  /** Mean score given at the last step. */
  readonly feeling: number
  readonly lateMs?: number
  readonly amount?: number
  readonly currency?: string
}

function journeys(count: number, wayOf: (random: () => number) => Way, seed = 1): readonly TraceRow[] {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const { path, feeling, lateMs, amount, currency = '' } = wayOf(random)
    const value = Math.max(-1, Math.min(1, feeling + (random() - 0.5)))
    return {
      start: 0,
      outcome: 'lost',
      touchpoints: path,
      gaps: path.map((_, step) => (step === 0 ? 0 : 60_000)),
      scores: [{ step: path.length - 1, scale: 'csat', value, time: 60_000 * path.length }],
      promises: lateMs === undefined ? [] : [{ step: path.length - 1, property: 'promised', lateMs }],
      amount: amount ?? null,
      currency,
    }
  })
}

test('a hand-off after which people score worse is found where it is, with both numbers and no claim of a cause', () => {
  const traces = journeys(600, (random) =>
    random() < 0.3
      ? { path: ['Chat with support', 'Call to support', 'Solved'], feeling: -0.4 }
      : { path: [random() < 0.5 ? 'Chat with support' : 'Email', 'Solved'], feeling: 0.3 },
  )
  const { insights } = makeInsights(inputOf(traces))
  const [first] = insights.filter(({ kind }) => kind === 'pain-point')
  expect(first).toMatchObject({ cause: 'hand-off', touchpoint: 'Chat with support', to: 'Call to support', unit: 'score' })
  expect(first!.effect).toBeGreaterThan(0.6)
  expect(first!.effect).toBeLessThan(0.8)
  expect(first!.affected).toBe(traces.filter(({ touchpoints }) => touchpoints.includes('Call to support')).length)
  for (const { title, detail, caution } of insights) expect(`${title} ${detail} ${caution}`).not.toMatch(/cause|because|due to|leads? to/i)
})

test('what comes later than promised is found with its share and the journeys it happened to', () => {
  const traces = journeys(500, (random) => {
    const late = random() < 0.1
    return { path: ['Ordered', 'Delivered'], feeling: late ? -0.5 : 0.5, lateMs: late ? 1000 : -1000 }
  })
  const { insights } = makeInsights(inputOf(traces))
  const late = traces.filter(({ promises }) => promises.some(({ lateMs }) => lateMs > 0)).length
  expect(insights.map(({ cause }) => cause)).toEqual(['late'])
  expect(insights[0]).toMatchObject({ touchpoint: 'Delivered', affected: late })
})

test('the same journeys give the same insights, ids and order', () => {
  const traces = journeys(400, (random) => ({ path: ['A', random() < 0.5 ? 'B' : 'C', 'D'], feeling: random() < 0.5 ? 0.6 : -0.2 }))
  expect(JSON.stringify(makeInsights(inputOf(traces)))).toBe(JSON.stringify(makeInsights(inputOf(traces))))
})

test('money is what the size is worth, in one currency; currencies are never added', () => {
  const mixed = journeys(100, (random) => ({ path: ['A'], feeling: 0, amount: 50, currency: random() < 0.8 ? 'EUR' : 'USD' }))
  expect(meanWorth(mixed)).toEqual({ mean: 50, currency: 'EUR' })
  expect(meanWorth([])).toBeUndefined()
})

test('inside strata the difference is that of the strata, not of their mix', () => {
  // The group is mostly in the low stratum; inside each it is 0.2 below.
  const value = Float64Array.from([0.8, 0.9, 1.0, 0.7, -0.5, -0.4, -0.3, -0.6, -0.7, -0.5])
  const stratum = Int32Array.from([1, 1, 1, 1, 2, 2, 2, 2, 2, 2])
  const compared = compareStrata({ value, stratum }, [3, 7, 8, 9], [0, 1, 2, 4, 5, 6])!
  expect(compared.value).toBeCloseTo((0.75 * 0.2 + 1.5 * 0.2) / 2.25, 9)
  expect(compared.low).toBeLessThan(compared.value)
  expect(compareStrata({ value, stratum }, [], [0, 1])).toBeUndefined()
})

const odd: readonly (readonly [string, readonly TraceRow[]])[] = [
  ['nothing at all', []],
  ['one customer', journeys(1, () => ({ path: ['A'], feeling: 0 }))],
  ['one variant', journeys(300, () => ({ path: ['A', 'B'], feeling: 0.2 }))],
  [
    'all ties',
    journeys(300, () => ({ path: ['A', 'B'], feeling: 0 })).map((row) => ({
      ...row,
      scores: row.scores.map((one) => ({ ...one, value: 0.5 })),
      gaps: [0, 0],
    })),
  ],
  [
    'a journey of 100,000 steps',
    [
      ...journeys(150, () => ({ path: ['A', 'B'], feeling: 0 })),
      ...journeys(1, () => ({ path: Array.from({ length: 100_000 }, (_, i) => (i % 2 ? 'A' : 'Help centre')), feeling: 0 })),
    ],
  ],
  ['no scores', journeys(300, () => ({ path: ['A', 'B'], feeling: 0 })).map((row) => ({ ...row, scores: [] }))],
]
test.each(odd)('%s gives a clear answer, never a crash, never NaN', (_, traces) => {
  const made = makeInsights(inputOf(traces))
  for (const insight of made.insights)
    for (const number of Object.values(insight)) if (typeof number === 'number') expect(Number.isFinite(number)).toBe(true)
  if (traces.every(({ scores }) => scores.length === 0)) expect(made.notes.join(' ')).toContain('Too few scores')
})
