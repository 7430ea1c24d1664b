import { expect, test } from 'vitest'
import type { TouchpointRow } from '../../journey/answer.ts'
import { prepareGraph } from './prepare-graph.ts'

const point = (touchpoint: string, starts: number, ends: number): TouchpointRow => ({
  touchpoint,
  channel: 'Web',
  journeys: 10,
  occurrences: 10,
  starts,
  ends,
  exits: 0,
  exitRate: 0,
  repeats: 0,
  p50ToNext: null,
  p90ToNext: null,
  position: 0,
})
const points = [point('a', 10, 0), point('b', 0, 4), point('start', 0, 6)]
const transitions = [
  { from: 'a', to: 'b', count: 20, journeys: 9, p50: 5, p90: 9 },
  { from: 'b', to: 'start', count: 6, journeys: 6, p50: 7, p90: 9 },
]

test('the busiest edges come first, starts and ends among them', () => {
  const graph = prepareGraph(points, transitions, 2)
  expect(graph.edges.map((edge) => [edge.from, edge.to, edge.count])).toEqual([
    ['t:a', 't:b', 20],
    ['start', 't:a', 10],
  ])
  expect(graph.nodes.map((node) => node.name)).toEqual(['Start', 'a', 'b'])
  expect(graph.total).toBe(5)
})

test('a touchpoint called start is not the start of journeys', () => {
  const graph = prepareGraph(points, transitions, 10)
  expect(graph.nodes.map((node) => node.id)).toEqual(['start', 't:a', 't:b', 't:start', 'end'])
})

test('every edge ends at a node that is there', () => {
  const graph = prepareGraph(points, [...transitions, { from: 'b', to: 'gone', count: 99, journeys: 9, p50: 0, p90: 0 }], 10)
  const ids = new Set(graph.nodes.map((node) => node.id))
  expect(graph.edges.every((edge) => ids.has(edge.from) && ids.has(edge.to))).toBe(true)
})

test('nothing gives an empty graph', () => expect(prepareGraph([], [], 5)).toEqual({ nodes: [], edges: [], total: 0 }))
