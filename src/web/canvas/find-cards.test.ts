import { expect, test } from 'vitest'
import { mapForTests } from '../../exports/map-for-tests.ts'
import type { Card } from '../../journey/map.ts'
import { findCards } from './find-cards.ts'
import { gridRows } from './grid-rows.ts'
import { stillStore } from './map-store.ts'

const map = mapForTests({ stages: 2, stepsPerStage: 1, cardsPerCell: 1 })
const [first, second, third] = map.cards
if (!first || !second || !third) throw new Error('The map is too small.')
const changed = new Map<string, Card>([
  [first.id, { ...first, note: 'A Zébra crossed' }],
  [second.id, { ...second, evidence: [{ kind: 'document', title: 'Zebra report', quote: 'it crossed the road' }] }],
])
const rows = gridRows(stillStore(map).layout(), { steps: true, isShown: () => true, isCollapsed: () => false })
const find = (text: string) => findCards(rows, (id) => changed.get(id) ?? map.cards.find((card) => card.id === id), text)

test('notes and evidence are searched too, whatever the capitals and accents, in the order of the grid', () => {
  expect(new Set(find('ZEBRA crossed'))).toEqual(new Set([first.id, second.id]))
  expect(find('zebra report road')).toEqual([second.id])
})

test('every word must be there; nothing searched finds nothing', () => {
  expect(find('zebra elephant')).toEqual([])
  expect(find('  ')).toEqual([])
})
