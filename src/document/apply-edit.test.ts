import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { randomEdit } from '../../test/fixtures/random-edits.ts'
import { seeded } from '../../test/faults/seeded.ts'
import { everyKindMap } from '../../test/fixtures/every-kind-map.ts'
import { canonicalJson } from '../journey/canonical-json.ts'
import type { Edit } from '../journey/edit.ts'
import type { CardId, LaneId, StageId, StepId } from '../journey/map.ts'
import { validateMap } from '../journey/validate-map.ts'
import { applyEdit, applyEdits } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readMap } from './read-map.ts'
import { scopeOf } from './roots.ts'

const small = () => {
  const doc = documentOf(everyKindMap())
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

const place = { lane: 'lane-thoughts' as LaneId, stage: 'stage-0' as StageId, step: null, before: null }
const body = { kind: 'text', text: 'Pasted' } as const
const add = (id: string): Edit => ({ kind: 'add-card', card: id as CardId, place, body })

test('several edits are one step of undo, and later ones see what earlier ones brought', () => {
  const doc = small()
  const before = canonicalJson(readMap(doc))
  const undo = new Y.UndoManager(scopeOf(doc), { trackedOrigins: new Set(['me']), captureTimeout: 0 })
  const done = applyEdits(doc, [add('a'), add('b'), { kind: 'copy-card', card: 'a' as CardId, newCard: 'c' as CardId, place }], 'me')
  expect(done.ok).toBe(true)
  const last = readMap(doc).cards.filter(({ lane, stage, step }) => lane === place.lane && stage === place.stage && !step)
  expect(last.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  undo.undo()
  expect(canonicalJson(readMap(doc))).toBe(before)
  expect(undo.undoStack).toEqual([])
})

test('when one of several edits cannot be, all are taken back', () => {
  const doc = small()
  const before = canonicalJson(readMap(doc))
  const done = applyEdits(doc, [{ kind: 'set-title', title: 'New' }, add('a'), { kind: 'remove-cards', cards: ['none' as CardId] }])
  expect(done).toMatchObject({ ok: false, error: { code: 'not_found' } })
  expect(canonicalJson(readMap(doc))).toBe(before)
})

test('the last stage and the last step of a stage stay, and a computed card takes no other body', () => {
  const doc = documentOf(everyKindMap({ stages: 1, stepsPerStage: 1 }))
  const [stage, step] = ['stage-0' as StageId, 'step-0-0' as StepId]
  const kpi = readMap(doc).cards.find((card) => card.body.kind === 'kpi')!.id
  const code = (edit: Edit) => {
    const done = applyEdit(doc, edit)
    return done.ok ? 'ok' : done.error.code
  }
  expect(code({ kind: 'remove-stage', stage })).toBe('last_stage')
  expect(code({ kind: 'remove-step', step })).toBe('last_step')
  expect(code({ kind: 'set-body', card: kpi, body: { kind: 'kpi', name: 'x', value: 1, unit: 'count' } })).toBe('not_yours')
  expect(code({ kind: 'rename-step', step: 'none' as StepId, name: 'x' })).toBe('not_found')
  expect(code(add('a'))).toBe('ok')
  expect(code(add('a'))).toBe('already_there')
  expect(code({ kind: 'set-text', card: 'a' as CardId, text: 'x'.repeat(20_001), marks: [] })).toBe('too_large')
  expect(code({ kind: 'draw-emotion', persona: null, step, value: 2 })).toBe('bad_value')
})

test('seven hundred cards put at the same place, one before the other, keep their order', () => {
  const doc = small()
  for (let index = 0; index < 700; index++) {
    applyEdit(doc, {
      kind: 'add-card',
      card: `n${index}` as CardId,
      place: { ...place, before: index < 2 ? null : ('n1' as CardId) },
      body,
    })
  }
  const order = readMap(doc).cards.filter(({ id }) => /^n\d/.test(id))
  expect(order.map(({ id }) => id)).toEqual(['n0', ...Array.from({ length: 698 }, (_, index) => `n${index + 2}`), 'n1'])
})
