import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { editedMap } from '../../test/fixtures/edited-map.ts'
import type { JourneyMap, LaneId, StageId, StepId } from './map.ts'
import { validateMap } from './validate-map.ts'

const map = exampleMap()
const codes = (change: Partial<JourneyMap>) => [...new Set(validateMap({ ...map, ...change }).map(({ code }) => code))]
const [card, ...cards] = map.cards as [JourneyMap['cards'][number], ...JourneyMap['cards']]
const [stage, ...stages] = map.stages as [JourneyMap['stages'][number], ...JourneyMap['stages']]

test('a computed map breaks no rule', () => expect(validateMap(map)).toEqual([]))

test('each broken rule is found and named', () => {
  expect(codes({ cards: [card, card, ...cards] })).toEqual(['repeated-id'])
  expect(codes({ lanes: [...map.lanes, map.lanes[0]!] })).toEqual(['repeated-id'])
  expect(codes({ cards: [{ ...card, lane: 'x' as LaneId }] })).toEqual(['unknown-lane'])
  expect(codes({ cards: [{ ...card, stage: 'x' as StageId }] })).toEqual(['unknown-stage'])
  expect(codes({ cards: [{ ...card, step: stages[0]!.steps[0]!.id }] })).toEqual(['unknown-step'])
  expect(codes({ stages: [{ ...stage, steps: [] }, ...stages], cards: [], emotion: { points: [] } })).toEqual(['no-steps'])
  expect(codes({ cards: [{ ...card, body: { kind: 'channel', channel: 'web', occurrences: 1, share: 1.2 } }] })).toEqual(['bad-number'])
  expect(
    codes({ river: { journeys: 1, ribbons: [{ from: { kind: 'start' }, to: { kind: 'stage', stage: 'x' }, count: 1, journeys: 1 }] } }),
  ).toEqual(['unknown-stage'])
  expect(codes({ emotion: { points: [{ stage: stage.id, step: 'x' as StepId, mean: null, low: null, high: null, n: 0 }] } })).toEqual([
    'unknown-step',
  ])
})

test('what people added breaks no rule either', () => expect(validateMap(editedMap())).toEqual([]))

test('what people added is checked: personas, formatting, links, pictures, drawn curves', () => {
  const text = (marks: Extract<JourneyMap['cards'][number]['body'], { kind: 'text' }>['marks']) =>
    codes({ cards: [{ ...card, body: { kind: 'text', text: 'four', ...(marks && { marks }) } }] })
  expect(text([{ kind: 'bold', from: 0, to: 4 }])).toEqual([])
  expect(text([{ kind: 'bold', from: 0, to: 5 }])).toEqual(['bad-mark'])
  expect(text([{ kind: 'italic', from: 2, to: 2 }])).toEqual(['bad-mark'])
  for (const href of ['javascript:alert(1)', 'JAVASCRIPT:x', 'data:text/html,x', '//example.com', 'https://a b', ''])
    expect(text([{ kind: 'link', from: 0, to: 2, href }])).toEqual(['bad-link'])
  expect(codes({ cards: [{ ...card, note: 'ab', noteMarks: [{ kind: 'bold', from: 0, to: 3 }] }] })).toEqual(['bad-mark'])
  expect(codes({ cards: [{ ...card, personas: ['nobody'] }] })).toEqual(['unknown-persona'])
  for (const image of ['data:image/svg+xml;base64,PHN2Zy8+', 'https://example.com/a.png', 'data:text/html;base64,AAAA', '../secret'])
    expect(codes({ cards: [{ ...card, body: { kind: 'image', image, alt: '' } }] })).toEqual(['bad-picture'])
  const step = stage.steps[0]!.id
  expect(codes({ drawnCurves: [{ persona: 'nobody', points: [] }] })).toEqual(['unknown-persona'])
  expect(codes({ drawnCurves: [{ persona: null, points: [{ step: 'x' as StepId, value: 0 }] }] })).toEqual(['unknown-step'])
  expect(codes({ drawnCurves: [{ persona: null, points: [{ step, value: 1.5 }] }] })).toEqual(['bad-number'])
  expect(
    codes({
      drawnCurves: [
        {
          persona: null,
          points: [
            { step, value: 0 },
            { step, value: 1 },
          ],
        },
      ],
    }),
  ).toEqual(['repeated-id'])
  expect(
    codes({
      drawnCurves: [
        { persona: null, points: [] },
        { persona: null, points: [] },
      ],
    }),
  ).toEqual(['repeated-id'])
})
