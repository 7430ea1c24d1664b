import { expect, test } from 'vitest'
import { applyEdit } from '../../document/apply-edit.ts'
import { documentOf } from '../../document/new-document.ts'
import { readMap } from '../../document/read-map.ts'
import { mapForTests } from '../../exports/map-for-tests.ts'
import { ownEdit } from './own-origin.ts'
import { Undo } from './undo.ts'

function open() {
  const map = mapForTests({ stages: 2, stepsPerStage: 1, cardsPerCell: 1 })
  const doc = documentOf(map)
  const undo = new Undo(doc, () => {})
  const rename = (at: number, name: string, origin: unknown): void => {
    undo.begin(`Rename ${name}`)
    applyEdit(doc, { kind: 'rename-stage', stage: map.stages[at]?.id ?? ('' as never), name }, origin)
  }
  return { doc, undo, rename, names: () => readMap(doc).stages.map((stage) => stage.name), first: map.stages.map((stage) => stage.name) }
}

test('steps are undone and redone one by one, each by its name, and the map is as it was', () => {
  const { undo, rename, names, first } = open()
  rename(0, 'One', ownEdit)
  rename(1, 'Two', ownEdit)
  expect(undo.undo()).toBe('Rename Two')
  expect(names()).toEqual(['One', first[1]])
  expect(undo.undo()).toBe('Rename One')
  expect(names()).toEqual(first)
  expect(undo.undo()).toBeUndefined()
  expect(undo.redo()).toBe('Rename One')
  expect(undo.redo()).toBe('Rename Two')
  expect(names()).toEqual(['One', 'Two'])
  expect(undo.can()).toEqual({ undo: true, redo: false })
})

test('what others changed stays when one’s own is undone', () => {
  const { undo, rename, names, first } = open()
  rename(0, 'Mine', ownEdit)
  rename(1, 'Theirs', 'somebody else')
  undo.undo()
  expect(names()).toEqual([first[0], 'Theirs'])
  expect(undo.undo()).toBeUndefined()
})
