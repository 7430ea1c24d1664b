import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Plan, PlanNet } from '../../journey/plan.ts'
import { createAligner, type Move } from './align.ts'
import { deviationsOf, fitToPlan } from './fit-to-plan.ts'
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
const variant = (names: string, journeys: number, reachedGoal: number) => ({
  path: names.split('>'),
  journeys,
  reachedGoal,
  p50Duration: journeys * 10,
})

test('fit, skips, additions and swaps are told with their journeys and what goes with them', () => {
  const fit = fitToPlan(
    [
      variant('Product page>Product page>Cart>Card', 60, 60),
      variant('Product page>Cart>Help>Invoice', 20, 10),
      variant('Product page>Card', 10, 2),
      variant('Cart>Product page>Card', 10, 5),
    ],
    made(checkout),
  )
  expect(fit.journeys).toBe(100)
  expect(fit.asPlanned).toBe(60)
  expect(fit.fit).toBeCloseTo((60 * 1 + 20 * (1 - 1 / 7) + 10 * (1 - 1 / 5) + 10 * (1 - 2 / 6)) / 100, 12)
  expect(fit.deviations.map(({ kind, what, journeys }) => [kind, what, journeys])).toEqual([
    ['add', 'Help', 20],
    ['skip', 'Cart', 10],
    ['swap', expect.stringMatching(/Cart|Product page/), 10],
  ])
  expect(fit.deviations[0]).toMatchObject({ share: 0.2, goalWith: 0.5, goalWithout: 67 / 80 })
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

test('steps that never occur are skipped by everybody; no journeys have no fit', () => {
  const fit = fitToPlan([variant('Else>Other', 5, 0)], made(checkout))
  expect(fit.fit).toBe(0)
  expect(fit.asPlanned).toBe(0)
  expect(fitToPlan([], made(checkout))).toMatchObject({ fit: null, journeys: 0, deviations: [] })
})

test('a journey of 100,000 steps is aligned', () => {
  const long = Array.from({ length: 100_000 }, () => 'Product page')
  const { cost } = createAligner(made(checkout)).align(long)
  expect(cost).toBe(2)
})
