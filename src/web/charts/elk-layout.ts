import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js'
import workerAddress from 'elkjs/lib/elk-worker.min.js?url'
import type { Graph } from './prepare-graph.ts'
import { isSquare, readLayout, type GraphLayout } from './read-elk.ts'

export const nodeSize = { width: 168, height: 52 } as const
export const endSize = { width: 64, height: 34 } as const
const labelSize = { width: 58, height: 20 } as const

const options = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.edgeLabels.inline': 'true',
}

const wrapping = {
  'elk.aspectRatio': '1.9',
  'elk.layered.wrapping.strategy': 'MULTI_EDGE',
  'elk.layered.wrapping.additionalEdgeSpacing': '18',
}
/** As many stand in one row and can be read. */
const oneRow = 9

const elk = new ELK({ workerFactory: () => new Worker(workerAddress) })

/** Places a graph in a worker, so that the page stays alive; rejects only when the layout engine does. */
export async function layoutGraph(graph: Graph): Promise<GraphLayout> {
  if (graph.nodes.length > oneRow) {
    const wrapped = await elk.layout(rootOf(graph, { ...options, ...wrapping }))
    // Where rows are cut, the engine may lose the corners of a way; the line would then cross everything.
    if (isSquare(wrapped)) return readLayout(wrapped)
  }
  return readLayout(await elk.layout(rootOf(graph, options)))
}

function rootOf(graph: Graph, layoutOptions: Readonly<Record<string, string>>): ElkNode {
  return {
    id: 'root',
    layoutOptions: { ...layoutOptions },
    children: graph.nodes.map((node) => ({
      id: node.id,
      ...(node.end ? endSize : nodeSize),
      ...(node.end ? { layoutOptions: { 'elk.layered.layering.layerConstraint': node.end === 'start' ? 'FIRST' : 'LAST' } } : {}),
    })),
    edges: graph.edges.map((edge) => ({
      id: edge.id,
      sources: [edge.from],
      targets: [edge.to],
      labels: [{ text: edge.id, ...labelSize }],
      layoutOptions: { 'elk.layered.priority.direction': String(Math.max(1, Math.round(edge.weight * 20))) },
    })),
  }
}
