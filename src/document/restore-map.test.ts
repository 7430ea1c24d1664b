import { expect, test } from 'vitest'
import { randomEdit } from '../../test/fixtures/random-edits.ts'
import { seeded } from '../../test/faults/seeded.ts'
import { everyKindMap } from '../../test/fixtures/every-kind-map.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import { applyEdit } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readMap } from './read-map.ts'
import { listRemoved } from './removed.ts'
import { restoreMap } from './restore-map.ts'
import { readFacts } from './set-facts.ts'

test('restoring a version gives its map exactly, whatever was edited since, and keeps what came since restorable', () => {
  const random = seeded(3)
  const doc = documentOf(everyKindMap({ stages: 3, stepsPerStage: 2, cardsPerCell: 1 }))
  for (let round = 0; round < 20; round++) {
    const [map, facts] = [readMap(doc), readFacts(doc)]
    for (let step = 0; step < 15; step++) applyEdit(doc, randomEdit(readMap(doc), random, `r${round}`))
    const edited = readMap(doc)
    restoreMap(doc, map, round % 2 === 0 ? facts : {})
    expect(canonicalJson(readMap(doc))).toBe(canonicalJson(map))
    const removed = new Set(listRemoved(doc).map(({ id }) => id))
    const since = edited.cards.filter(({ id }) => !map.cards.some((card) => card.id === id))
    expect(since.every(({ id }) => removed.has(id))).toBe(true)
    restoreMap(doc, edited)
    expect(canonicalJson(readMap(doc))).toBe(canonicalJson(edited))
  }
})
