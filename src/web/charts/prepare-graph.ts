import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'

export type GraphEnd = 'start' | 'end'
export interface GraphNode {
  readonly id: string
  /** Absent for the start and the end of journeys. */
  readonly touchpoint?: TouchpointRow
  readonly end?: GraphEnd
  readonly name: string
}
export interface GraphEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly count: number
  readonly journeys: number
  /** Milliseconds; null where a journey starts or ends. */
  readonly p50: number | null
  /** 0..1 of the busiest edge. */
  readonly weight: number
}
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  /** Edges there are, starts and ends included. */
  readonly total: number
}

export const startId = 'start'
export const endId = 'end'
/** A touchpoint's id can never be one of the ends'. */
export const nodeId = (touchpoint: string): string => `t:${touchpoint}`

/** The `top` busiest edges, journeys' starts and ends among them, and the nodes that they touch. Ties: by name, so the picture is stable. */
export function prepareGraph(touchpoints: readonly TouchpointRow[], transitions: readonly TransitionRow[], top: number): Graph {
  const all = [
    ...transitions.map((row) => ({
      id: '',
      from: nodeId(row.from),
      to: nodeId(row.to),
      count: row.count,
      journeys: row.journeys,
      p50: row.p50,
    })),
    ...touchpoints
      .filter((row) => row.starts > 0)
      .map((row) => ({ id: '', from: startId, to: nodeId(row.touchpoint), count: row.starts, journeys: row.starts, p50: null })),
    ...touchpoints
      .filter((row) => row.ends > 0)
      .map((row) => ({ id: '', from: nodeId(row.touchpoint), to: endId, count: row.ends, journeys: row.ends, p50: null })),
  ].toSorted((a, b) => b.count - a.count || compare(a.from, b.from) || compare(a.to, b.to))
  const busiest = all[0]?.count ?? 1
  const edges = all.slice(0, top).map((edge) => ({ ...edge, id: `${edge.from} > ${edge.to}`, weight: edge.count / busiest }))
  const shown = new Set(edges.flatMap((edge) => [edge.from, edge.to]))
  const nodes: GraphNode[] = touchpoints
    .filter((row) => shown.has(nodeId(row.touchpoint)))
    .map((row) => ({ id: nodeId(row.touchpoint), touchpoint: row, name: row.touchpoint }))
  if (shown.has(startId)) nodes.unshift({ id: startId, end: 'start', name: 'Start' })
  if (shown.has(endId)) nodes.push({ id: endId, end: 'end', name: 'End' })
  const known = new Set(nodes.map((node) => node.id))
  return { nodes, edges: edges.filter((edge) => known.has(edge.from) && known.has(edge.to)), total: all.length }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
