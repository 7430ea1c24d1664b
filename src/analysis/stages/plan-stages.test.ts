import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleJourneys } from '../../../test/fixtures/example-journeys.ts'
import { plainTouchpoints, plainTransitions } from '../../../test/fixtures/plain-answers.ts'
import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import { b2bSaas } from '../../journey/templates/b2b-saas.ts'
import { ecommerce } from '../../journey/templates/ecommerce.ts'
import { planStages } from './plan-stages.ts'
import { stageGroups } from './stage-plan.ts'

const journeys = exampleJourneys()
const touchpoints = plainTouchpoints(journeys)
const transitions = plainTransitions(journeys)

const row = (touchpoint: string, position: number, reached = 100): TouchpointRow => ({
  touchpoint,
  position,
  channel: 'web',
  journeys: reached,
  occurrences: reached,
  starts: 0,
  ends: 0,
  exits: 0,
  exitRate: 0,
  repeats: 0,
  p50ToNext: null,
  p90ToNext: null,
})
const step = (from: string, to: string, count = 100): TransitionRow => ({ from, to, count, journeys: count, p50: 1, p90: 1 })
const chain = (names: readonly string[], count = 100) => names.slice(1).map((name, index) => step(names[index]!, name, count))

test('a template keeps all its stages, in its order, and steps follow the way people go', () => {
  const plan = planStages({ touchpoints, transitions, template: b2bSaas })
  expect(plan.stages.map(({ name }) => name)).toEqual(b2bSaas.stages.map(({ name }) => name))
  expect(plan.stages[1]?.touchpoints).toEqual([
    'Pricing page',
    'Case study',
    'Demo requested',
    'Demo held',
    'Proposal sent',
    'Security questionnaire',
    'Contract signed',
  ])
})

test('an empty stage of a template stays, with one empty step', () => {
  const plan = planStages({
    touchpoints: [row('Order placed', 0), row('Delivered', 1)],
    transitions: chain(['Order placed', 'Delivered']),
    template: ecommerce,
  })
  expect(plan.stages.map(({ touchpoints: names }) => names.length)).toEqual([0, 0, 1, 1, 0, 0])
  for (const stage of plan.stages) expect(stage.steps.length).toBeGreaterThan(0)
})

test('a touchpoint that no rule matches is placed next to the matched ones by order, and the stage says so', () => {
  const names = ['Homepage', 'Zorbing', 'Order placed', 'Quuxed', 'Delivered', 'Review written']
  const plan = planStages({ touchpoints: names.map((name, index) => row(name, index / 5)), transitions: chain(names), template: ecommerce })
  const receive = plan.stages.find(({ name }) => name === 'Receive')
  expect(plan.stages.flatMap(({ byOrder }) => byOrder)).toEqual(['Zorbing', 'Quuxed'])
  expect(plan.stages.find(({ touchpoints: inside }) => inside.includes('Quuxed'))?.rule).toContain('placed by order of occurrence')
  expect(receive?.rule).toContain('"delivered"')
})

test('where a template matches nothing at all, positions are cut evenly', () => {
  const names = ['aa', 'bb', 'cc', 'dd', 'ee', 'ff']
  const plan = planStages({ touchpoints: names.map((name, index) => row(name, index / 5)), transitions: chain(names), template: ecommerce })
  expect(plan.stages.map(({ touchpoints: inside }) => inside.join())).toEqual(names)
})

test('inferred stages of the example follow the journey and are named from it', () => {
  const plan = planStages({ touchpoints, transitions })
  expect(plan.template).toBeNull()
  const order = plan.stages.flatMap(({ touchpoints: inside }) => inside)
  const place = (name: string) => order.indexOf(name)
  expect(place('Ad click')).toBeLessThan(place('Demo requested'))
  expect(place('Contract signed')).toBeLessThan(place('Kickoff call'))
  expect(place('Data import')).toBeLessThan(place('Renewal quote'))
  for (const { rule, name } of plan.stages) {
    expect(rule).toBe('By order of occurrence.')
    expect(name).not.toBe('')
  }
})

test('touchpoints that only long journeys reach come late, though their relative position is early', () => {
  // Most journeys end after b, so b's mean relative position is near 1; c and d are in the middle of the few long ones.
  const rows = [row('a', 0, 1000), row('b', 0.9, 1000), row('c', 0.5, 100), row('d', 0.75, 100), row('e', 1, 100)]
  const plan = planStages({ touchpoints: rows, transitions: [step('a', 'b', 1000), ...chain(['b', 'c', 'd', 'e'])] })
  expect(plan.stages.flatMap(({ touchpoints: inside }) => inside)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('touchpoints between which journeys go round stay in one stage', () => {
  const names = ['start', 'look', 'draft', 'check', 'mend', 'send', 'archive', 'recall', 'end']
  const loop = [step('mend', 'draft', 90), step('check', 'draft', 60)]
  const plan = planStages({ touchpoints: names.map((name, index) => row(name, index / 8)), transitions: [...chain(names), ...loop] })
  const home = plan.stages.find(({ touchpoints: inside }) => inside.includes('draft'))
  expect(home?.touchpoints).toEqual(expect.arrayContaining(['draft', 'check', 'mend']))
})

test('three clear clusters along the line become three stages', () => {
  const names = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2']
  const places = [0, 0.02, 0.49, 0.51, 0.98, 1]
  const plan = planStages({ touchpoints: names.map((name, index) => row(name, places[index]!)), transitions: [] })
  expect(plan.stages.map(({ touchpoints: inside }) => inside.join())).toEqual(['a1,a2', 'b1,b2', 'c1,c2'])
})

test('a clear fit of template words names inferred stages', () => {
  const names = ['Category page', 'Product page', 'Cart', 'Payment', 'Shipped', 'Delivered']
  const places = [0, 0.02, 0.49, 0.51, 0.98, 1]
  const plan = planStages({ touchpoints: names.map((name, index) => row(name, places[index]!)), transitions: [] })
  expect(plan.stages.map(({ name }) => name)).toEqual(['Consider', 'Purchase', 'Receive'])
})

test('beyond sixty touchpoints the least reached are grouped, and beyond a thousand counted in a note', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => row(`page ${index}`, index / count, 5000 - index))
  const grouped = planStages({ touchpoints: many(80), transitions: [] })
  const steps = grouped.stages.flatMap((stage) => stage.steps)
  expect(steps.flatMap(({ touchpoints: inside }) => inside)).toHaveLength(80)
  expect(steps.filter(({ name }) => name.startsWith('Other: ')).length).toBeGreaterThan(0)
  expect(grouped.notes[0]).toMatch(/^20 of 80 touchpoints/)
  const left = planStages({ touchpoints: many(1005), transitions: [] })
  expect(left.stages.flatMap(({ touchpoints: inside }) => inside)).toHaveLength(1000)
  expect(left.notes[1]).toMatch(/^5 touchpoints \(\d+ occurrences\) are in no stage/)
})

const passagesAmong = (names: readonly string[]) =>
  fc.uniqueArray(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names), fc.integer({ min: 1, max: 300 })), {
    maxLength: 60,
    selector: ([from, to]) => JSON.stringify([from, to]),
  })
const rowNamed = (name: string) =>
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 500 })).map(([at, n]) => row(name, at, n))
const log = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 25 }).chain((names) =>
  fc.record({
    rows: fc.tuple(...names.map(rowNamed)),
    passages: passagesAmong(names),
    template: fc.constantFrom(undefined, ecommerce, b2bSaas),
  }),
)

test('a log without touchpoints gives one empty stage', () => {
  expect(planStages({ touchpoints: [], transitions: [] }).stages).toMatchObject([{ name: 'Journey', touchpoints: [] }])
})

test('any log: every touchpoint is in exactly one stage and one step, ids are unique, and row order changes nothing', () => {
  fc.assert(
    fc.property(log, ({ rows, passages, template }) => {
      const steps = passages.map(([from, to, count]) => step(from, to, count))
      const given = template ? { template } : {}
      const plan = planStages({ touchpoints: rows, transitions: steps, ...given })
      const names = rows.map(({ touchpoint }) => touchpoint).sort()
      expect(
        stageGroups(plan)
          .flatMap(({ touchpoints: inside }) => inside)
          .sort(),
      ).toEqual(names)
      expect(plan.stages.flatMap((stage) => stage.steps.flatMap(({ touchpoints: inside }) => inside)).sort()).toEqual(names)
      expect(new Set(plan.stages.map(({ id }) => id)).size).toBe(plan.stages.length)
      if (!template && rows.length >= 3) expect(plan.stages.length).toBeLessThanOrEqual(7)
      expect(planStages({ touchpoints: rows.toReversed(), transitions: steps.toReversed(), ...given })).toEqual(plan)
    }),
    { numRuns: 200 },
  )
})
