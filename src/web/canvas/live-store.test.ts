import { expect, test } from 'vitest'
import { applyEdit } from '../../document/apply-edit.ts'
import { documentOf } from '../../document/new-document.ts'
import { readCard } from '../../document/read-card.ts'
import { readLayout } from '../../document/read-layout.ts'
import { readMap } from '../../document/read-map.ts'
import { mapForTests } from '../../exports/map-for-tests.ts'
import type { Edit } from '../../journey/edit.ts'
import { LiveStore } from './live-store.ts'
import type { Touched } from './map-store.ts'

function open() {
  const map = mapForTests({ stages: 3, stepsPerStage: 2, cardsPerCell: 1 })
  const doc = documentOf(map)
  const told: Touched[] = []
  const store = new LiveStore(doc, (touched) => told.push(touched))
  // Read once, so that a stale copy would show.
  store.whole()
  store.frame()
  store.layout()
  for (const card of map.cards) store.card(card.id)
  return { map, doc, store, told }
}

test('after any kind of edit the store says what a fresh reading says', () => {
  const { map, doc, store } = open()
  const [first, second] = map.cards
  const [stage, next] = map.stages
  const [lane] = map.lanes
  if (!first || !second || !stage || !next || !lane) throw new Error('The map is too small.')
  const edits: readonly Edit[] = [
    { kind: 'set-text', card: first.id, text: 'Said anew', marks: [] },
    { kind: 'flag-cards', cards: [second.id], flag: 'hidden', on: true },
    { kind: 'move-cards', cards: [first.id], place: { lane: lane.id, stage: next.id, step: null, before: null } },
    { kind: 'rename-stage', stage: stage.id, name: 'Renamed' },
    { kind: 'draw-emotion', persona: null, step: stage.steps[0]?.id ?? ('' as never), value: 0.5 },
    { kind: 'move-stage', stage: stage.id, before: null },
    { kind: 'merge-stage', stage: stage.id, into: next.id },
    { kind: 'remove-lane', lane: lane.id },
    { kind: 'remove-cards', cards: [second.id] },
  ]
  for (const edit of edits) {
    expect(applyEdit(doc, edit).ok, edit.kind).toBe(true)
    expect(store.layout(), edit.kind).toEqual(readLayout(doc))
    expect(store.whole(), edit.kind).toEqual(readMap(doc))
    expect({ ...store.frame(), cards: [] }, edit.kind).toEqual({ ...readMap(doc), cards: [] })
    for (const { id } of map.cards) expect(store.card(id), `${edit.kind} ${id}`).toEqual(readCard(doc, id))
  }
})

test('typing in a card touches that card and nothing else', () => {
  const { map, doc, store, told } = open()
  const id = map.cards[0]?.id
  if (id === undefined) throw new Error('The map has no cards.')
  const [layout, frame] = [store.layout(), store.frame()]
  doc.transact(() => store.text(id)?.insert(0, 'x'))
  expect(told).toEqual([{ layout: false, frame: false, places: false, cards: new Set([id]) }])
  expect(store.layout()).toBe(layout)
  expect(store.frame()).toBe(frame)
})

test('a closed store hears nothing more', () => {
  const { map, doc, store, told } = open()
  store.close()
  applyEdit(doc, { kind: 'rename-stage', stage: map.stages[0]?.id ?? ('' as never), name: 'Later' })
  expect(told).toEqual([])
})
