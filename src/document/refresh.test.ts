import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { Card, CardId, JourneyMap, StageId } from '../journey/map.ts'
import { validateMap } from '../journey/validate-map.ts'
import { applyEdit } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readCard, readFormer } from './read-card.ts'
import { readMap } from './read-map.ts'
import { noLongerFound, refreshMap } from './refresh.ts'

const map = exampleMap()
const kpis = map.cards.filter(({ body }) => body.kind === 'kpi')
const pains = map.cards.filter(({ body }) => body.kind === 'pain-point')
const slower = (cards: readonly Card[]): readonly Card[] =>
  cards.map((card) => (card.id === kpis[0]!.id && card.body.kind === 'kpi' ? { ...card, body: { ...card.body, value: 0.5 } } : card))
const without = (gone: readonly Card[]): JourneyMap => ({ ...map, cards: map.cards.filter(({ id }) => !gone.some((one) => one.id === id)) })

test('refreshing with the same computed map changes nothing', () => {
  const doc = documentOf(map)
  let updates = 0
  doc.on('update', () => updates++)
  expect(refreshMap(doc, map)).toEqual({ changed: [], added: [], removed: [], lost: [] })
  expect(updates).toBe(0)
})

test('a computed card says what is true now, remembers what it said, and keeps its note, place and owner', () => {
  const doc = documentOf(map)
  const id = kpis[0]!.id
  applyEdit(doc, { kind: 'set-text', card: id, text: 'Since the new form', marks: [] })
  applyEdit(doc, { kind: 'set-owner', card: id, owner: 'Ada' })
  const moved = { lane: kpis[0]!.lane, stage: map.stages[2]!.id, step: null, before: null }
  applyEdit(doc, { kind: 'move-cards', cards: [id], place: moved })
  expect(refreshMap(doc, { ...map, cards: slower(map.cards) }).changed).toEqual([id])
  expect(readCard(doc, id)).toMatchObject({ body: { value: 0.5 }, note: 'Since the new form', owner: 'Ada', stage: map.stages[2]!.id })
  expect(readFormer(doc, id)).toEqual({ body: kpis[0]!.body, at: map.basis!.to })
})

test('a finding that vanished goes, unless somebody pinned it or wrote on it; it comes back when it is found again', () => {
  const doc = documentOf(map)
  const [pinned, plain] = pains as [Card, Card]
  applyEdit(doc, { kind: 'flag-cards', cards: [pinned.id], flag: 'pinned', on: true })
  const done = refreshMap(doc, without([pinned, plain]))
  expect(done).toMatchObject({ lost: [pinned.id], removed: [plain.id], changed: [], added: [] })
  expect(readCard(doc, plain.id)).toBeUndefined()
  expect(readCard(doc, pinned.id)?.standing).toEqual({ kind: 'no data', rule: noLongerFound })
  refreshMap(doc, map)
  expect(readCard(doc, plain.id)).toEqual(plain)
  expect(readCard(doc, pinned.id)).toEqual({ ...pinned, pinned: true })
})

test('what people removed stays removed, and what they added stays', () => {
  const doc = documentOf(map)
  applyEdit(doc, { kind: 'remove-cards', cards: [pains[0]!.id] })
  applyEdit(doc, { kind: 'remove-stage', stage: map.stages[1]!.id })
  const place = { lane: map.lanes[0]!.id, stage: map.stages[0]!.id, step: null, before: null }
  applyEdit(doc, { kind: 'add-card', card: 'mine' as CardId, place, body: { kind: 'text', text: 'Mine' } })
  refreshMap(doc, { ...map, cards: slower(map.cards) })
  expect(readCard(doc, pains[0]!.id)).toBeUndefined()
  expect(readCard(doc, 'mine' as CardId)?.body).toEqual({ kind: 'text', text: 'Mine' })
  expect(readMap(doc).stages.map(({ id }) => id)).not.toContain(map.stages[1]!.id)
})

test('new findings, stages and steps are added where the computed map has them', () => {
  const last = map.stages.at(-1)!.id
  const reduced: JourneyMap = {
    ...without([kpis[0]!]),
    stages: map.stages.slice(0, -1),
    river: { journeys: 1, ribbons: [] },
    emotion: { points: [] },
    cards: map.cards.filter(({ id, stage }) => stage !== last && id !== kpis[0]!.id),
  }
  const doc = documentOf(reduced)
  const { added } = refreshMap(doc, map)
  expect(added).toContain(kpis[0]!.id)
  const now = readMap(doc)
  expect(validateMap(now)).toEqual([])
  expect(canonicalJson({ ...now, cards: 0 })).toBe(canonicalJson({ ...map, cards: 0 }))
  const sorted = (cards: readonly Card[]) => cards.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(sorted(now.cards)).toEqual(sorted(map.cards))
  expect(now.stages.at(-1)!.id).toBe(last satisfies StageId)
})
