import { expect, test } from 'vitest'
import type { RiverStream } from '../../exports/layout/river-types.ts'
import { streamEnds, streamSentence } from './stream-sentence.ts'

const stream = (part: Partial<RiverStream>): RiverStream => ({
  kind: 'forward',
  from: 0,
  to: 1,
  count: 3,
  journeys: 2,
  width: 1,
  path: '',
  x1: 0,
  y1: 0,
  x2: 0,
  y2: 0,
  middle: { x: 0, y: 0 },
  ...part,
})
const stages = ['Consider', 'Buy']
const ids = ['s1', 's2']

test('a stream between stages names both', () => {
  expect(streamEnds(stream({}), ids)).toEqual({ from: { kind: 'stage', stage: 's1' }, to: { kind: 'stage', stage: 's2' } })
  expect(streamSentence(stream({}), stages)).toBe('From Consider to Buy')
})

test.each([
  ['goal', 'From Buy to the goal'],
  ['lost', 'Leave at Buy without the goal'],
  ['open', 'Still open at Buy'],
] as const)('a stream out of the map by %s opens that end', (kind, sentence) => {
  const out = stream({ kind, from: 1, to: null })
  expect(streamEnds(out, ids).to).toEqual({ kind })
  expect(streamSentence(out, stages)).toBe(sentence)
})

test('a stream into the map comes from the start', () => {
  expect(streamEnds(stream({ kind: 'start', from: null, to: 0 }), ids).from).toEqual({ kind: 'start' })
  expect(streamSentence(stream({ kind: 'start', from: null, to: 0 }), stages)).toBe('Journeys that begin in Consider')
})
