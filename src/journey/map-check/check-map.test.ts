import { expect, test } from 'vitest'
import { editedMap } from '../../../test/fixtures/edited-map.ts'
import { exampleMap } from '../../../test/fixtures/example-map.ts'
import type { Card, JourneyMap } from '../map.ts'
import { checkMap } from './check-map.ts'
import { mapHealth } from './map-health.ts'

const map = exampleMap()
const fresh = map.basis!.to! + 86_400_000
const check = (change: Partial<JourneyMap>, now = fresh) => checkMap({ ...map, ...change }, { now })
const codes = (change: Partial<JourneyMap>, now = fresh) => new Set(check(change, now).map(({ code }) => code))
const [first] = map.cards as [Card, ...Card[]]

test('a fresh computed map lacks only owners and a few answers', () => {
  expect(codes({})).toEqual(new Set(['no-owner', 'few-answers']))
})

test('every finding says where and what to do, the gravest first', () => {
  const findings = check({ cards: map.cards.map((card) => ({ ...card, evidence: [] })) }, fresh + 200 * 86_400_000)
  const rank = { high: 0, medium: 1, low: 2 }
  expect(findings.length).toBeGreaterThan(map.cards.length)
  for (const { message, remedy } of findings) expect([message, remedy].join(' ')).toMatch(/\.$/)
  expect(findings.map(({ severity }) => rank[severity])).toEqual(findings.map(({ severity }) => rank[severity]).toSorted((a, b) => a - b))
})

test('a card without evidence is found, gravely if it claims to be observed', () => {
  const bare: Card = { ...first, evidence: [] }
  expect(check({ cards: [bare] }).find(({ code }) => code === 'no-evidence')).toMatchObject({
    severity: 'high',
    place: { kind: 'card', card: first.id },
  })
  const guess: Card = { ...bare, standing: { kind: 'assumed' } }
  expect(check({ cards: [guess] }).find(({ code }) => code === 'no-evidence')).toMatchObject({ severity: 'low' })
  expect(codes({ cards: [guess] })).toContain('mostly-assumed')
})

test('a map grows stale after 90 days, or when told; a card when what it rests on does', () => {
  const staleAt = (days: number, staleDays?: number) =>
    checkMap(map, { now: map.basis!.to! + days * 86_400_000, ...(staleDays && { staleDays }) })
      .filter(({ code }) => code === 'stale')
      .map(({ place }) => place.kind)
  expect(staleAt(90)).not.toContain('map')
  expect(staleAt(91)).toEqual(['map'])
  expect(staleAt(8, 7)).toEqual(['map'])
  const verbatims = map.cards.filter(({ body }) => body.kind === 'verbatim').length
  expect(staleAt(90)).toEqual(Array(verbatims).fill('card'))
})

test('a map that ends at the purchase is told so', () => {
  const stages = map.stages.slice(0, 2)
  const cards = map.cards.filter(({ stage }) => stages.some(({ id }) => id === stage))
  expect(codes({ stages, cards })).toContain('nothing-after-purchase')
  expect(codes({})).not.toContain('nothing-after-purchase')
})

test('a stage with only internal work, a stage without cards, a single source and a missing goal are found', () => {
  const inside = { ...map.stages[0]!, steps: [{ ...map.stages[0]!.steps[0]!, touchpoints: ['Ticket assigned', 'SLA started'] }] }
  expect(codes({ stages: [inside, ...map.stages.slice(1)] })).toContain('internal-only')
  expect(codes({ cards: map.cards.filter(({ stage }) => stage !== map.stages[3]!.id) })).toContain('empty-stage')
  expect(codes({ basis: { ...map.basis!, sources: [{ name: 'CRM', events: 1 }] } })).toContain('single-source')
  expect(codes({ basis: { ...map.basis!, definition: { ...map.basis!.definition, goal: [] } } })).toContain('no-goal')
  expect(codes({ cards: map.cards.filter(({ standing }) => standing.kind !== 'reported') })).toContain('no-feedback')
})

test('an owner on a card, or a card in the owners lane, owns the stage', () => {
  const cards = map.cards.map((card) => ({ ...card, owner: 'Ana' }))
  expect(codes({ cards })).not.toContain('no-owner')
  const one = check({ cards: [{ ...first, owner: 'Ana' }, ...map.cards.slice(1)] }).filter(({ code }) => code === 'no-owner')
  expect(one).toHaveLength(map.stages.length - 1)
})

test('assumptions, to-dos, unmeasured KPIs and images without a description are found; hidden cards are not', () => {
  const edited = editedMap()
  const found = checkMap(edited, { now: fresh })
  const at = (card: string) => found.filter(({ place }) => place.kind === 'card' && place.card === card).map(({ code }) => code)
  expect(at('own-text')).toEqual(['to-find-out'])
  expect(at('own-kpi').toSorted()).toEqual(['no-evidence', 'not-measured'])
  expect(at('own-hidden')).toEqual([])
  const change = (id: string, to: Partial<Card>) =>
    checkMap({ ...edited, cards: edited.cards.map((card) => (card.id === id ? { ...card, ...to } : card)) }, { now: fresh })
      .filter(({ place }) => place.kind === 'card' && place.card === id)
      .map(({ code }) => code)
  expect(change('own-text', { findOut: 'done' })).toEqual(['found-out-unproven'])
  expect(change('own-image', { body: { kind: 'image', image: 'a1', alt: ' ' } })).toContain('no-description')
})

test('the health of a map counts what is drawn, and does not age while it is stored', () => {
  const edited = editedMap()
  const health = mapHealth(edited, fresh)
  expect(health).toMatchObject({ cards: edited.cards.length - 1, evidenced: map.cards.length + 1, assumed: 4, toFindOut: 1 })
  expect(health.newest).toBe(map.basis!.to)
  expect(mapHealth(edited, fresh + 400 * 86_400_000)).toEqual(health)
  expect(mapHealth({ ...map, cards: [] }, fresh).high).toBe(
    checkMap({ ...map, cards: [] }, { now: fresh }).filter((f) => f.severity === 'high').length,
  )
})
