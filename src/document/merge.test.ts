import * as Y from 'yjs'
import { expect, test } from 'vitest'
import { converges } from '../../test/fixtures/three-replicas.ts'
import { everyKindMap } from '../../test/fixtures/every-kind-map.ts'
import type { Edit } from '../journey/edit.ts'
import type { CardId, StageId, StepId } from '../journey/map.ts'
import { validateMap } from '../journey/validate-map.ts'
import { applyEdit } from './apply-edit.ts'
import { documentOf } from './new-document.ts'
import { readCard } from './read-card.ts'
import { readMap } from './read-map.ts'
import { listRemoved } from './removed.ts'

const map = everyKindMap()
const [stage] = map.stages as [(typeof map.stages)[number]]
const inStep = map.cards.find(
  (card) => card.stage === stage.id && card.step && card.body.kind === 'text' && card.standing.kind === 'assumed',
)!
const step = stage.steps.find(({ id }) => id === inStep.step)!
const other = stage.steps.find(({ id }) => id !== inStep.step)!

/** Two people edit the same map without seeing each other, then both see everything. */
function together(mine: readonly Edit[], theirs: readonly Edit[]): Y.Doc {
  const state = Y.encodeStateAsUpdate(documentOf(map))
  const docs = [mine, theirs].map((edits) => {
    const doc = new Y.Doc()
    Y.applyUpdate(doc, state)
    for (const edit of edits) expect(applyEdit(doc, edit)).toEqual({ ok: true, value: undefined })
    return doc
  })
  const [a, b] = docs as [Y.Doc, Y.Doc]
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  expect(readMap(b)).toEqual(readMap(a))
  expect(validateMap(readMap(a))).toEqual([])
  return a
}

test('random edits of three people, delivered in any order and again, end in one valid map for all', () => converges(1_000, 5))

test('a step that one person removes while another renames it stays removed, its cards speak for the stage, and restoring it brings the new name and the cards back', () => {
  const doc = together([{ kind: 'remove-step', step: step.id }], [{ kind: 'rename-step', step: step.id, name: 'Renamed' }])
  expect(readMap(doc).stages[0]!.steps.map(({ id }) => id)).toEqual([other.id])
  expect(readCard(doc, inStep.id)).toMatchObject({ stage: stage.id })
  expect(readCard(doc, inStep.id)).not.toHaveProperty('step')
  expect(listRemoved(doc)).toEqual([{ kind: 'step', id: step.id, name: 'Renamed' }])
  applyEdit(doc, { kind: 'restore', what: 'step', id: step.id })
  expect(readMap(doc).stages[0]!.steps.map(({ name }) => name)).toContain('Renamed')
  expect(readCard(doc, inStep.id)!.step).toBe(step.id)
})

test('a card that one person adds to a step while another removes the step speaks for the stage', () => {
  const place = { lane: inStep.lane, stage: stage.id, step: step.id, before: null }
  const doc = together(
    [{ kind: 'remove-step', step: step.id }],
    [{ kind: 'add-card', card: 'new' as CardId, place, body: { kind: 'text', text: 'Kept' } }],
  )
  expect(readCard(doc, 'new' as CardId)).toMatchObject({ stage: stage.id, body: { text: 'Kept' } })
})

test('two people who remove different steps of a stage leave it with one step of its own name', () => {
  const doc = together([{ kind: 'remove-step', step: step.id }], [{ kind: 'remove-step', step: other.id }])
  expect(readMap(doc).stages[0]!.steps).toEqual([{ id: `${stage.id}.step`, name: stage.name, touchpoints: [] }])
})

test('what two people type into one card at the same time is both kept', () => {
  const text = (inStep.body as { text: string }).text
  const doc = together(
    [{ kind: 'set-text', card: inStep.id, text: `First, ${text}`, marks: [] }],
    [
      {
        kind: 'set-text',
        card: inStep.id,
        text: `${text}, then pays`,
        marks: [{ kind: 'bold', from: text.length + 2, to: text.length + 6 }],
      },
    ],
  )
  const at = text.length + 9
  expect(readCard(doc, inStep.id)!.body).toEqual({
    kind: 'text',
    text: `First, ${text}, then pays`,
    marks: [{ kind: 'bold', from: at, to: at + 4 }],
  })
})

test('stages that two people insert at the same place stand side by side, and a third fits between them', () => {
  const add = (id: string): Edit => ({
    kind: 'add-stage',
    stage: id as StageId,
    step: `${id}-1` as StepId,
    name: id,
    before: map.stages[1]!.id,
  })
  const doc = together([add('a')], [add('b')])
  applyEdit(doc, { ...add('c'), before: 'b' as StageId } as Edit)
  expect(readMap(doc).stages.map(({ id }) => id)).toEqual([stage.id, 'a', 'c', 'b', map.stages[1]!.id])
})
