import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { randomEdit } from '../../test/fixtures/random-edits.ts'
import { seeded } from '../../test/faults/seeded.ts'
import { mapForTests } from '../exports/map-for-tests.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import { validateMap } from '../journey/validate-map.ts'
import { applyEdit, applyEdits } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readMap } from './read-map.ts'
import { listRemoved } from './removed.ts'
import { scopeOf } from './roots.ts'

const small = () => {
  const doc = documentOf(mapForTests({ stages: 2, stepsPerStage: 2, cardsPerCell: 1 }))
  doc.getMap('facts').set('evidence:e1', { kind: 'document', title: 'Interview' })
  return doc
}

test('random edits keep the map valid, and undoing each restores the map exactly; redoing makes it again', () => {
  const random = seeded(7)
  const outcomes = new Map<string, number>()
  for (let round = 0; round < 60; round++) {
    const doc = small()
    const undo = new Y.UndoManager(scopeOf(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 })
    for (let step = 0; step < 40; step++) {
      const before = canonicalJson(readMap(doc))
      const edit = randomEdit(readMap(doc), random, 'a')
      const depth = undo.undoStack.length
      const done = applyEdit(doc, edit, 'me')
      const map = readMap(doc)
      expect(validateMap(map)).toEqual([])
      outcomes.set(`${edit.kind} ${done.ok}`, (outcomes.get(`${edit.kind} ${done.ok}`) ?? 0) + 1)
      if (!done.ok) expect(canonicalJson(map)).toBe(before)
      if (undo.undoStack.length === depth) continue
      undo.undo()
      expect(canonicalJson(readMap(doc)), JSON.stringify(edit)).toBe(before)
      undo.redo()
      expect(canonicalJson(readMap(doc)), JSON.stringify(edit)).toBe(canonicalJson(map))
    }
    while (undo.undoStack.length > 0) undo.undo()
    expect(canonicalJson(readMap(doc))).toBe(canonicalJson(readMap(small())))
  }
  const kinds = new Set([...outcomes.keys()].filter((key) => key.endsWith('true')).map((key) => key.split(' ')[0]))
  expect(kinds.size).toBe(37)
})
