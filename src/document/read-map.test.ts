import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { everyKindMap } from '../../test/fixtures/every-kind-map.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { Card, CardId, JourneyMap } from '../journey/map.ts'
import { validateMap } from '../journey/validate-map.ts'
import { applyEdit } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readCard } from './read-card.ts'
import { cellKey, readLayout } from './read-layout.ts'
import { readMap } from './read-map.ts'
import { setFacts } from './set-facts.ts'

test('a computed map written into a document reads as the same map', () => {
  const map = exampleMap()
  expect(canonicalJson(readMap(documentOf(map)))).toBe(canonicalJson(map))
})

test('a map of every kind of card and standing reads as the same map', () => {
  const map = everyKindMap({ stages: 5, stepsPerStage: 3, cardsPerCell: 2 })
  expect(canonicalJson(readMap(documentOf(map)))).toBe(canonicalJson(map))
  expect(validateMap(map)).toEqual([])
})

test('what people added reads as it was: notes, marks, flags, personas, curves, targets, evidence, library touchpoints', () => {
  const map = everyKindMap()
  const [card, ...cards] = map.cards as [Card, ...Card[]]
  const note = { note: 'See the interview', noteMarks: [{ kind: 'link', from: 8, to: 17, href: 'https://example.org' }] } as const
  const own: Card = {
    ...card,
    body: {
      kind: 'text',
      text: 'Asks twice 👋🏽',
      marks: [
        { kind: 'bold', from: 0, to: 4 },
        { kind: 'italic', from: 2, to: 10 },
      ],
    },
    evidence: [
      { kind: 'highlight', text: 'Twice!', note: 'n1', highlight: 'h1', noteTitle: 'Interview', tags: ['price'] },
      { kind: 'document', title: 'Report' },
    ],
    standing: { kind: 'reported', n: 1 },
    findOut: 'open',
    personas: ['p1'],
  }
  const touchpoint = {
    kind: 'touchpoint',
    touchpoint: 'Shop',
    channel: 'Shop',
    journeys: null,
    reach: null,
    occurrences: null,
    p50ToNext: null,
  } as const
  const at = { lane: card.lane, stage: card.stage, evidence: [], standing: { kind: 'assumed' } } as const
  const full: JourneyMap = {
    ...map,
    kind: 'to-be',
    personas: [...map.personas, { id: 'a/b', name: 'Other', summary: '', goals: [], needs: [], pains: [] }],
    cards: [
      own,
      ...cards.map((one, index) =>
        index % 3 === 0 && one.body.kind !== 'text' ? ({ ...one, ...note, pinned: true, hidden: true, owner: 'Ada' } as const) : one,
      ),
      { ...at, id: 'own-touchpoint' as CardId, body: { ...touchpoint, library: 't1', team: 'Sales' }, assumed: true },
      {
        ...at,
        id: 'own-kpi' as CardId,
        body: { kind: 'kpi', name: 'Time', value: null, unit: 'ms', target: 5 },
        standing: { kind: 'no data' },
      },
      { ...at, id: 'own-image' as CardId, body: { kind: 'image', image: 'asset-1', alt: 'Shop' } },
    ],
    drawnCurves: [
      { persona: null, points: [{ step: map.stages[0]!.steps[0]!.id, value: -0.5 }] },
      { persona: 'a/b', points: [{ step: map.stages[1]!.steps[1]!.id, value: 1 }] },
    ],
  }
  expect(validateMap(full)).toEqual([])
  expect(canonicalJson(readMap(documentOf(full)))).toBe(canonicalJson(full))
})

test('a touchpoint card follows the library, and a persona that the workspace no longer has is not shown', () => {
  const doc = documentOf(everyKindMap())
  const place = { lane: everyKindMap().lanes[0]!.id, stage: everyKindMap().stages[0]!.id, step: null, before: null }
  const body = {
    kind: 'touchpoint',
    touchpoint: 'Old',
    channel: '',
    journeys: null,
    reach: null,
    occurrences: null,
    p50ToNext: null,
    library: 't1',
  } as const
  applyEdit(doc, { kind: 'add-card', card: 'c' as CardId, place, body })
  setFacts(doc, { 'touchpoint:t1': { name: 'New', channel: 'Web', team: 'Shop' }, 'persona:p1': null })
  expect(readCard(doc, 'c' as CardId)?.body).toEqual({ ...body, touchpoint: 'New', channel: 'Web', team: 'Shop' })
  expect(readMap(doc).personas).toEqual([])
})

test('the layout names the cards of each cell in the order of the map', () => {
  const map = everyKindMap({ cardsPerCell: 3 })
  const { cells, stages, lanes } = readLayout(documentOf(map))
  expect(stages).toEqual(map.stages)
  expect(lanes).toEqual(map.lanes)
  const expected = Map.groupBy(map.cards, ({ lane, stage, step }) => cellKey(lane, stage, step ?? null))
  expect(new Map(cells)).toEqual(new Map([...expected].map(([key, cards]) => [key, cards.map(({ id }) => id)])))
})
