import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { discoverInput, exampleInput, exampleMap } from '../../../test/fixtures/example-map.ts'
import { exampleJourneys } from '../../../test/fixtures/example-journeys.ts'
import { randomWalks } from '../../../test/fixtures/random-walks.ts'
import { canonicalJson } from '../../journey/canonical-json.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import type { Insight } from '../../journey/insight.ts'
import type { Card, CardBody, JourneyMap } from '../../journey/map.ts'
import { ecommerce } from '../../journey/templates/ecommerce.ts'
import { validateMap } from '../../journey/validate-map.ts'
import { assembleMap } from './assemble-map.ts'
import type { DiscoverInput } from './discover-input.ts'

const map = exampleMap()
const bodies = <Kind extends CardBody['kind']>(of: JourneyMap, kind: Kind) =>
  of.cards.flatMap((card) => (card.body.kind === kind ? [{ card, body: card.body as Extract<CardBody, { kind: Kind }> }] : []))

test('the same input gives the same bytes, and the hash is that of the map without it', () => {
  expect(canonicalJson(exampleMap())).toBe(canonicalJson(map))
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const hashed = assembleMap({ ...exampleInput(), hash: sha256 })
  const { hash, ...basis } = hashed.basis!
  expect(hash).toBe(sha256(canonicalJson({ ...hashed, basis })))
})

const theme = (id: string, effect: number): Insight => ({
  id: `theme ${id}`,
  kind: 'theme',
  cause: 'theme',
  title: id,
  detail: '',
  touchpoint: exampleInput().touchpoints[0]!.touchpoint,
  effect,
  low: effect - 0.1,
  high: effect + 0.1,
  unit: 'score',
  p: 0.01,
  n: 40,
  affected: 20,
  size: 100_000 * Math.abs(effect),
  evidence: [],
})

test('unhappy themes are pain points and happy ones delights; what people rejected is on no map', () => {
  const themes = [theme('late parcels', -0.5), theme('kind drivers', 0.4), theme('a nonsense', -0.6)]
  const made = assembleMap({ ...exampleInput(), themes, hidden: new Set(['theme a nonsense']) })
  const titles = (kind: 'pain-point' | 'delight') => bodies(made, kind).map(({ body }) => body.title)
  expect(titles('pain-point')).toContain('late parcels')
  expect(bodies(made, 'pain-point').find(({ body }) => body.title === 'late parcels')?.body).toMatchObject({
    cause: 'theme',
    effect: 0.5,
    low: 0.4,
    high: 0.6,
  })
  expect(titles('delight')).toContain('kind drivers')
  expect(JSON.stringify(made)).not.toContain('a nonsense')
  expect(validateMap(made)).toEqual([])
})

test('the order of the rows changes nothing', () => {
  const input = exampleInput()
  const turned: DiscoverInput = {
    ...input,
    touchpoints: input.touchpoints.toReversed(),
    transitions: input.transitions.toReversed(),
    flow: input.flow.toReversed(),
    stages: input.stages.toReversed(),
    scores: input.scores.toReversed(),
    verbatims: input.verbatims.toReversed(),
    sources: input.sources.toReversed(),
  }
  expect(JSON.stringify(assembleMap(turned))).toBe(JSON.stringify(map))
})

test('changed events change the hash', () => {
  const input = exampleInput()
  const other = assembleMap({ ...input, overview: { ...input.overview, events: input.overview.events + 1 } })
  expect(other.basis?.hash).not.toBe(map.basis?.hash)
})

test('the example holds every kind of computed card, each with evidence and a standing', () => {
  expect(new Set(map.cards.map(({ body }) => body.kind))).toEqual(
    new Set(['touchpoint', 'channel', 'kpi', 'emotion', 'pain-point', 'verbatim']),
  )
  for (const { evidence, standing } of map.cards) {
    expect(evidence.length).toBeGreaterThan(0)
    expect(standing.n).toBeGreaterThan(0)
    expect(['observed', 'reported', 'inferred']).toContain(standing.kind)
  }
})

test("a touchpoint's card says what its row says, and its evidence opens lists of those lengths", () => {
  const row = exampleInput().touchpoints.find(({ touchpoint }) => touchpoint === 'Data import')!
  const { card, body } = bodies(map, 'touchpoint').find((found) => found.body.touchpoint === 'Data import')!
  expect(body).toMatchObject({ journeys: row.journeys, occurrences: row.occurrences, p50ToNext: row.p50ToNext, channel: 'product' })
  expect(card.evidence).toMatchObject([
    { question: { question: 'touchpoints' }, pick: { number: 'journeys' }, value: row.journeys, count: row.journeys },
    { pick: { number: 'occurrences' }, count: row.occurrences },
  ])
})

test('conversion to the next stage has a Wilson interval around passages over visitors', () => {
  const { card, body } = bodies(map, 'kpi').find((found) => found.body.name === 'Goes on to Consideration')!
  const passage = exampleInput().flow.find(
    ({ from, to }) => from.kind === 'stage' && from.stage === 'awareness' && to.kind === 'stage' && to.stage === 'consideration',
  )!
  expect(body.value).toBeCloseTo(passage.journeys / map.stages[0]!.numbers!.journeys, 8)
  expect(body.low).toBeLessThan(body.value!)
  expect(body.high).toBeGreaterThan(body.value!)
  expect(card.evidence).toMatchObject([{ question: { question: 'flow' }, count: passage.journeys, n: map.stages[0]!.numbers!.journeys }])
})

test('reaching the goal is asked of the stages before it only', () => {
  const named = bodies(map, 'kpi').filter(({ body }) => body.name === 'Reaches the goal')
  expect(named.map(({ card }) => card.stage)).toEqual(['awareness', 'consideration', 'onboarding', 'adoption'])
})

test('scales stay apart on the cards and are joined on the curve; fewer than five answers are too few', () => {
  const scales = bodies(map, 'emotion')
    .filter(({ card }) => card.stage === 'adoption')
    .map(({ body }) => body.scale)
  expect(scales).toEqual(['csat', 'nps'])
  const point = (step: string) => map.emotion!.points.find((candidate) => candidate.step === step)
  expect(point('consideration-contract-signed')).toEqual({
    stage: 'consideration',
    step: 'consideration-contract-signed',
    mean: null,
    low: null,
    high: null,
    n: 3,
  })
  expect(point('onboarding-data-import')).toMatchObject({ mean: -0.38, n: 143 })
})

test('verbatims are the worst and the best of their stage, in the words as they came', () => {
  const texts = bodies(map, 'verbatim')
    .filter(({ card }) => card.stage === 'onboarding')
    .map(({ body }) => body.text)
  expect(texts[0]).toBe('The import failed at row 8,000 and told us nothing. We started again twice.')
  expect(texts[1]).toBe('For the first time a vendor asked what we wanted to stop doing.')
})

test('the same words twice, and words too long for a card, are not shown', () => {
  const input = exampleInput()
  const [first] = input.verbatims
  const many = [first!, { ...first!, customer: 'other' }, { ...first!, text: 'long '.repeat(100) }]
  expect(bodies(assembleMap({ ...input, verbatims: many }), 'verbatim')).toHaveLength(1)
})

test('what a template places by order alone is inferred, and says so', () => {
  const input = discoverInput(exampleJourneys(), { template: ecommerce })
  const strays = input.plan.stages.flatMap(({ byOrder }) => byOrder)
  const cards = bodies(assembleMap(input), 'touchpoint').filter(({ body }) => strays.includes(body.touchpoint))
  expect(cards.length).toBeGreaterThan(3)
  for (const { card } of cards) expect(card.standing).toMatchObject({ kind: 'inferred', rule: 'placed by order of occurrence' })
})

test('nothing is lost: occurrences on the cards are all events, and what leaves a stage on the river is what enters it', () => {
  const shown = bodies(map, 'touchpoint').reduce((total, { body }) => total + body.occurrences!, 0)
  expect(shown).toBe(map.basis?.events)
  for (const { id } of map.stages) {
    const passing = (side: 'from' | 'to') =>
      map.river!.ribbons.filter((ribbon) => ribbon[side].kind === 'stage' && (ribbon[side] as { stage: string }).stage === id)
    const sum = (side: 'from' | 'to') => passing(side).reduce((total, { count }) => total + count, 0)
    expect(sum('from')).toBe(sum('to'))
  }
})

test('lanes for people are there and empty', () => {
  for (const kind of ['actions', 'thoughts', 'opportunities'] as const) {
    const home = map.lanes.find((lane) => lane.kind === kind)!
    expect(home.hint).not.toBe('')
    expect(map.cards.filter(({ lane }: Card) => lane === home.id)).toEqual([])
  }
})

test('no events give a map that says so', () => {
  const empty = exampleInput()
  const overview = { ...empty.overview, customers: 0, journeys: 0, events: 0, from: null, to: null, reachedGoal: 0 }
  const plan = {
    template: null,
    notes: [],
    stages: [
      {
        id: 'journey',
        name: 'Journey',
        purpose: '',
        rule: '',
        touchpoints: [],
        byOrder: [],
        steps: [{ name: 'Nothing recorded yet', touchpoints: [] }],
      },
    ],
  }
  const none = assembleMap({
    ...empty,
    overview,
    plan,
    touchpoints: [],
    transitions: [],
    flow: [],
    stages: [],
    scores: [],
    verbatims: [],
    sources: [],
  })
  expect(none.summary).toBe('No journeys were found.')
  expect(none.cards).toEqual([])
  expect(validateMap(none)).toEqual([])
})

test('any random log, with a template or without, gives a map that breaks no rule', () => {
  const plan = fc.record({
    seed: fc.integer({ min: 0, max: 1e6 }),
    journeys: fc.integer({ min: 1, max: 60 }),
    touchpoints: fc.integer({ min: 1, max: 20 }),
    skew: fc.integer({ min: 1, max: 20 }),
  })
  fc.assert(
    fc.property(plan, fc.constantFrom(undefined, ecommerce), (walks, template) => {
      const journeys = randomWalks({ ...walks, loss: () => 0.15 })
      const definition = { ...wholeCustomer, goal: ['goal'] }
      const found = assembleMap(discoverInput(journeys, { definition, ...(template && { template }) }))
      expect(validateMap(found)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
