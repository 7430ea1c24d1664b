import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan, PlanNet } from '../../journey/plan.ts'
import { createAligner, type Move } from './align.ts'
import { deviationsOf } from './deviations-of.ts'
import { fitJourneys, type FitFound, type FittedJourney } from './fit-journeys.ts'
import { automatonOfNet, automatonOfPlan, type PlanAutomaton } from './plan-automaton.ts'

const letters = ['a', 'b', 'c', 'd'] as const

/** All sequences of a plan, repeats up to `most` long, spelled out from the plan's own words. */
function language(plan: Plan, most: number): Set<string> {
  let prefixes = new Set([''])
  const extend = (sets: Set<string>, by: readonly string[]): Set<string> =>
    new Set([...sets].flatMap((prefix) => by.map((more) => prefix + more)).filter((text) => text.length <= most))
  const stepWords = ({ touchpoints, optional, repeatable }: Plan['stages'][number]['steps'][number]): string[] => {
    let words = [...touchpoints]
    if (repeatable)
      for (let turn = 1; turn < most; turn++)
        words = [...new Set([...words, ...words.flatMap((word) => touchpoints.map((one) => word + one))])].filter(
          (word) => word.length <= most,
        )
    return optional || touchpoints.length === 0 ? ['', ...words] : words
  }
  for (const stage of plan.stages) {
    const orders = stage.anyOrder ? permutations(stage.steps) : [stage.steps]
    prefixes = new Set(orders.flatMap((order) => [...order.reduce((sets, step) => extend(sets, stepWords(step)), prefixes)]))
  }
  return prefixes
}

function permutations<One>(list: readonly One[]): (readonly One[])[] {
  return list.length === 0 ? [[]] : list.flatMap((one, i) => permutations(list.toSpliced(i, 1)).map((rest) => [one, ...rest]))
}

/** Insertions and deletions that turn one word into the other: lengths less twice the longest common subsequence. */
function distance(one: string, other: string): number {
  const row = Array.from({ length: other.length + 1 }, () => 0)
  for (const letter of one) {
    let before = 0
    for (let j = 1; j <= other.length; j++) {
      const kept = row[j]!
      row[j] = letter === other[j - 1] ? before + 1 : Math.max(row[j]!, row[j - 1]!)
      before = kept
    }
  }
  return one.length + other.length - 2 * row[other.length]!
}

const step = fc.record({
  name: fc.constantFrom('one', 'two', 'three'),
  touchpoints: fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1, maxLength: 2 }),
  optional: fc.boolean(),
  repeatable: fc.boolean(),
})
const anyPlan = fc.record({
  name: fc.constant('plan'),
  stages: fc.array(
    fc.record({ name: fc.constant('stage'), anyOrder: fc.constant(false), steps: fc.array(step, { minLength: 1, maxLength: 2 }) }),
    {
      minLength: 1,
      maxLength: 2,
    },
  ),
})
const anyOrderPlan = fc.record({
  name: fc.constant('plan'),
  stages: fc.array(
    fc.record({
      name: fc.constant('stage'),
      anyOrder: fc.boolean(),
      steps: fc.array(
        step.map((one) => ({ ...one, repeatable: false })),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { minLength: 1, maxLength: 2 },
  ),
})
const path = fc.array(fc.constantFrom(...letters, 'x'), { maxLength: 6 })

function made(plan: Plan): PlanAutomaton {
  const result = automatonOfPlan(plan)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

test.each([
  ['plans with optional, alternative and repeatable steps', anyPlan],
  ['plans with stages in any order', anyOrderPlan],
])('the alignment is the cheapest there is, by brute force: %s', (_kind, plans) => {
  fc.assert(
    fc.property(plans, path, (plan, walked) => {
      const words = [...language(plan, 8)]
      const cheapest = Math.min(...words.map((word) => distance(walked.join(''), word)))
      expect(createAligner(made(plan)).align(walked).cost).toBe(cheapest)
    }),
    { numRuns: 400, seed: 4 },
  )
})

test('the moves are the path, and cost what they say', () => {
  fc.assert(
    fc.property(anyOrderPlan, path, (plan, walked) => {
      const { cost, moves } = createAligner(made(plan)).align(walked)
      expect(moves.flatMap((move) => (move.kind === 'skip' ? [] : [move.touchpoint]))).toEqual(walked)
      expect(moves.filter((move) => move.kind !== 'match')).toHaveLength(cost)
    }),
    { numRuns: 500, seed: 5 },
  )
})

const checkout: Plan = {
  name: 'Checkout',
  stages: [
    { name: 'Look', steps: [{ name: 'Product page', touchpoints: ['Product page'], repeatable: true }] },
    {
      name: 'Buy',
      steps: [
        { name: 'Cart', touchpoints: ['Cart'] },
        { name: 'Voucher', touchpoints: ['Voucher'], optional: true },
        { name: 'Pay', touchpoints: ['Card', 'Invoice'] },
      ],
    },
  ],
}
const walks = (names: string, count: number, reached: number): readonly FittedJourney[] =>
  Array.from({ length: count }, (_, at) => ({
    path: names.split('>'),
    durationMs: 1000 * names.length + at,
    outcome: at < reached ? 'goal' : 'lost',
    score: at % 2 === 0 ? at / count : null,
    segments: [names.includes('Help') ? 'new' : at % 3 === 0 ? 'new' : 'old'],
  }))
const fitOf = (journeys: readonly FittedJourney[], plan: PlanAutomaton, segments: readonly string[] = ['kind']): FitFound => {
  const work = fitJourneys({ journeys, plan, segments, hasGoal: true })
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

test('fit, skips, additions and swaps are told with their journeys, who does them and what goes with them', () => {
  const { rows, summary } = fitOf(
    [
      ...walks('Product page>Product page>Cart>Card', 60, 60),
      ...walks('Product page>Cart>Help>Invoice', 40, 20),
      ...walks('Product page>Card', 10, 2),
      ...walks('Cart>Product page>Card', 10, 5),
    ],
    made(checkout),
  )
  expect(summary).toMatchObject({ asPlanned: 60, neverOccur: ['Voucher'], tooLong: 0, shortest: 3 })
  expect(summary.fit!.value).toBeCloseTo((60 * 1 + 40 * (1 - 1 / 7) + 10 * (1 - 1 / 5) + 10 * (1 - 2 / 6)) / 120, 12)
  expect(rows.map(({ kind, what, journeys }) => [kind, what, journeys])).toEqual([
    ['add', 'Help', 40],
    ['skip', 'Cart', 10],
    ['swap', expect.stringMatching(/Cart|Product page/), 10],
  ])
  const [help] = rows
  expect(help).toMatchObject({ share: 1 / 3, who: { property: 'kind', value: 'new', n: 40 + 20 + 4 + 4 } })
  expect(help!.goal).toMatchObject({ with: 0.5, without: 67 / 80 })
  expect(help!.goal!.high).toBeLessThan(0)
  // Longer names take longer here: 30 letters and more against 37 of the others that reached the goal.
  expect(help!.duration!.with).toBeLessThan(help!.duration!.without)
  expect(rows[1]).toMatchObject({ goal: null, duration: null, score: null, who: null })
  expect(summary.steps.find(({ step: name }) => name === 'Cart')).toEqual({ step: 'Cart', followed: 100 + 10, skipped: 10 })
  expect(summary.variants[0]).toMatchObject({ journeys: 60, fit: 1 })
})

test('no journeys, a plan whose steps never occur, and a journey of a hundred thousand steps give a clear answer', () => {
  expect(fitOf([], made(checkout))).toMatchObject({ rows: [], summary: { fit: null, asPlanned: 0 } })
  const strange = fitOf(walks('Blog>Shop', 30, 3), made(checkout))
  expect(strange.summary.neverOccur).toEqual(['Product page', 'Cart', 'Voucher', 'Pay'])
  expect(strange.summary.fit!.value).toBe(0)
  const endless = { ...walks('Cart', 1, 1)[0]!, path: Array.from({ length: 100_000 }, () => 'Product page') }
  expect(fitOf([endless], made(checkout)).rows.map(({ kind, what }) => [kind, what])).toEqual([
    ['skip', 'Cart'],
    ['skip', 'Pay'],
  ])
})

test('a step that is left out here and comes there is a swap', () => {
  const moves: Move[] = [
    { kind: 'add', touchpoint: 'Pay' },
    { kind: 'match', touchpoint: 'Cart', step: 'Cart' },
    { kind: 'skip', step: 'Pay by card or bill', touchpoints: ['Card', 'Pay'] },
  ]
  expect(deviationsOf({ moves })).toEqual([{ kind: 'swap', what: 'Pay by card or bill' }])
})

const net: PlanNet = {
  name: 'in parallel',
  places: ['start', 'p1', 'p2', 'q1', 'q2', 'end'],
  transitions: [
    { label: null, inputs: [0], outputs: [1, 2] },
    { label: 'a', inputs: [1], outputs: [3] },
    { label: 'b', inputs: [2], outputs: [4] },
    { label: 'c', inputs: [3, 4], outputs: [5] },
  ],
  initial: [1, 0, 0, 0, 0, 0],
  final: [0, 0, 0, 0, 0, 1],
}

test('a net allows its parallel parts in either order, and nothing else', () => {
  const automaton = automatonOfNet(net)
  if (!automaton.ok) throw new Error(automaton.error.message)
  const { align, shortest } = createAligner(automaton.value)
  expect(shortest).toBe(3)
  expect(['abc', 'bac', 'acb', 'c'].map((word) => align([...word]).cost)).toEqual([0, 0, 2, 2])
})

test('a net that never ends, and one that grows without end, are refused with the reason', () => {
  const stuck = automatonOfNet({ ...net, transitions: net.transitions.slice(0, 2) })
  expect(stuck).toMatchObject({ ok: false, error: { code: 'no_way_through' } })
  const growing = automatonOfNet({ ...net, transitions: [{ label: 'a', inputs: [0], outputs: [0, 1] }] })
  expect(growing).toMatchObject({ ok: false, error: { code: 'too_many_states' } })
})

test('an empty plan and eleven steps in any order are refused', () => {
  expect(automatonOfPlan({ name: 'nothing', stages: [] })).toMatchObject({ ok: false, error: { code: 'empty_plan' } })
  const steps = Array.from({ length: 11 }, (_, i) => ({ name: `${i}`, touchpoints: [`${i}`] }))
  expect(automatonOfPlan({ name: 'p', stages: [{ name: 's', anyOrder: true, steps }] })).toMatchObject({
    ok: false,
    error: { code: 'too_many_orders' },
  })
})

test('a journey of 100,000 steps is aligned', () => {
  const long = Array.from({ length: 100_000 }, () => 'Product page')
  const { cost } = createAligner(made(checkout)).align(long)
  expect(cost).toBe(2)
})
