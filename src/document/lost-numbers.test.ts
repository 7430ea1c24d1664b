import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import type { StageId } from '../journey/map.ts'
import { hasLostNumbers } from '../journey/lost-numbers.ts'
import { validateMap } from '../journey/validate-map.ts'
import { applyEdit } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readMap } from './read-map.ts'
import { refreshMap } from './refresh.ts'

const map = exampleMap()
const long = map.stages.find(({ steps, numbers }) => steps.length > 1 && numbers)!

test('a stage that is split says nothing of how many come: its numbers counted other touchpoints, and so did the river', () => {
  const doc = documentOf(map)
  const before = readMap(doc)
  expect(hasLostNumbers(before)).toBe(false)
  const at = long.steps[1]!.id
  expect(applyEdit(doc, { kind: 'split-stage', stage: long.id, at, newStage: 'new' as StageId, name: 'Later' }).ok).toBe(true)
  const after = readMap(doc)
  const numbers = new Map(after.stages.map((stage) => [stage.id, stage.numbers]))
  expect(numbers.get(long.id)).toBeUndefined()
  expect(numbers.get('new' as StageId)).toBeUndefined()
  for (const stage of before.stages) if (stage.id !== long.id) expect(numbers.get(stage.id)).toEqual(stage.numbers)
  expect(after.river).toBeUndefined()
  expect(hasLostNumbers(after)).toBe(true)
  expect(validateMap(after)).toEqual([])
})

test('put together again the stage has its numbers back', () => {
  const doc = documentOf(map)
  applyEdit(doc, { kind: 'split-stage', stage: long.id, at: long.steps[1]!.id, newStage: 'new' as StageId, name: 'Later' })
  applyEdit(doc, { kind: 'merge-stage', stage: 'new' as StageId, into: long.id })
  expect(readMap(doc).stages).toEqual(map.stages)
  expect(readMap(doc).river).toEqual(map.river)
})

test('a removed stage takes the river with it, which would not add up without it', () => {
  const doc = documentOf(map)
  applyEdit(doc, { kind: 'remove-stage', stage: map.stages[1]!.id })
  expect(readMap(doc).river).toBeUndefined()
  expect(applyEdit(doc, { kind: 'restore', what: 'stage', id: map.stages[1]!.id }).ok).toBe(true)
  expect(readMap(doc).river).toEqual(map.river)
})

test('renaming and reordering stages changes no number', () => {
  const doc = documentOf(map)
  applyEdit(doc, { kind: 'rename-stage', stage: long.id, name: 'Another name' })
  applyEdit(doc, { kind: 'move-stage', stage: long.id, before: null })
  expect(hasLostNumbers(readMap(doc))).toBe(false)
})

test('a computation on the stages as they are now brings numbers and river back', () => {
  const doc = documentOf(map)
  applyEdit(doc, { kind: 'split-stage', stage: long.id, at: long.steps[1]!.id, newStage: 'new' as StageId, name: 'Later' })
  const now = readMap(doc)
  const counted = {
    ...now,
    river: { journeys: 3, ribbons: [] },
    stages: now.stages.map((stage) => ({ ...stage, numbers: stage.numbers ?? long.numbers! })),
  }
  refreshMap(doc, counted)
  expect(readMap(doc).stages).toEqual(counted.stages)
  expect(readMap(doc).river).toEqual(counted.river)
})
