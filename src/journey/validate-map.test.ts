import { expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
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
