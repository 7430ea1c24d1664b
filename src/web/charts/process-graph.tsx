import '@xyflow/react/dist/style.css'
import './process-graph.css'
import {
  Background,
  Controls,
  EdgeLabelRenderer,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type EdgeProps,
  type Node,
  type NodeProps,
} from '@xyflow/react'
import { useEffect, useMemo, useState } from 'react'
import { formatCount, formatDuration, formatShort } from '../../exports/format.ts'
import { Skeleton } from '../ui/empty.tsx'
import { ProblemNotice } from '../ui/notice.tsx'
import { useTheme } from '../ui/theme.ts'
import { endSize, layoutGraph, nodeSize } from './elk-layout.ts'
import type { Graph, GraphEdge, GraphNode } from './prepare-graph.ts'
import type { GraphLayout } from './read-elk.ts'

export type EdgeNumber = 'count' | 'journeys' | 'p50'
export interface ProcessGraphProps {
  readonly graph: Graph
  readonly number: EdgeNumber
  readonly onNode: (node: GraphNode) => void
  readonly onEdge: (edge: GraphEdge) => void
}

type NodeData = { readonly node: GraphNode; readonly busiest: number; readonly onOpen: (node: GraphNode) => void }
type EdgeData = {
  readonly edge: GraphEdge
  readonly path: string
  readonly x: number
  readonly y: number
  readonly number: EdgeNumber
  readonly onOpen: (edge: GraphEdge) => void
}

/** Touchpoints and the ways between them, laid out from left to right. Thicker is more often; every number opens its list. */
export function ProcessGraph({ graph, number, onNode, onEdge }: ProcessGraphProps) {
  const placed = useLayout(graph)
  const theme = useTheme()
  const nodes = useMemo(() => (placed.layout ? toNodes(placed.graph, placed.layout, onNode) : []), [placed, onNode])
  const edges = useMemo(
    () => (placed.layout ? toEdges({ graph: placed.graph, layout: placed.layout, number, onEdge }) : []),
    [placed, number, onEdge],
  )
  if (placed.error !== undefined) return <ProblemNotice error={placed.error} />
  if (!placed.layout) return <Skeleton rows={10} label="Placing the graph" />
  return (
    <div className="process-graph">
      <ReactFlow
        key={`${placed.graph.nodes.length} ${placed.graph.edges.length}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        colorMode={theme}
        fitView
        fitViewOptions={{ padding: 0.06, maxZoom: 1 }}
        minZoom={0.15}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        onlyRenderVisibleElements={false}
        proOptions={{ hideAttribution: true }}
      >
        <Background gap={24} size={1} />
        <Controls showInteractive={false} position="top-right" />
      </ReactFlow>
    </div>
  )
}

const arrow = 'var(--accent)'

interface Placed {
  readonly graph: Graph
  readonly layout?: GraphLayout
  readonly error?: unknown
}
function useLayout(graph: Graph): Placed {
  const [placed, setPlaced] = useState<Placed>({ graph })
  useEffect(() => {
    let current = true
    layoutGraph(graph).then(
      (layout) => current && setPlaced({ graph, layout }),
      (error: unknown) => current && setPlaced({ graph, error }),
    )
    return () => {
      current = false
    }
  }, [graph])
  return placed
}

function toNodes(graph: Graph, layout: GraphLayout, onOpen: NodeData['onOpen']): Node<NodeData>[] {
  const busiest = Math.max(1, ...graph.nodes.map((node) => node.touchpoint?.journeys ?? 0))
  return graph.nodes.map((node) => ({
    id: node.id,
    type: node.end ? 'end' : 'touchpoint',
    position: layout.nodes.get(node.id) ?? { x: 0, y: 0 },
    data: { node, busiest, onOpen },
    ...(node.end ? endSize : nodeSize),
  }))
}

function toEdges({
  graph,
  layout,
  number,
  onEdge,
}: {
  readonly graph: Graph
  readonly layout: GraphLayout
  readonly number: EdgeNumber
  readonly onEdge: EdgeData['onOpen']
}): Edge<EdgeData>[] {
  return graph.edges.flatMap((edge) => {
    const way = layout.edges.get(edge.id)
    return way
      ? [
          {
            id: edge.id,
            source: edge.from,
            target: edge.to,
            type: 'way',
            markerEnd: { type: MarkerType.ArrowClosed, width: 15, height: 15, markerUnits: 'userSpaceOnUse', color: arrow },
            data: { edge, path: way.path, x: way.label.x, y: way.label.y, number, onOpen: onEdge },
          },
        ]
      : []
  })
}

function TouchpointNode({ data }: NodeProps<Node<NodeData>>) {
  const { node, busiest, onOpen } = data
  const journeys = node.touchpoint?.journeys ?? 0
  return (
    <button
      type="button"
      className="graph-node nodrag"
      onClick={() => onOpen(node)}
      title={`${node.name}: ${formatCount(journeys)} journeys`}
    >
      <span className="graph-node-name">{node.name}</span>
      <span className="graph-node-numbers numeric">
        {formatCount(journeys)} <span className="graph-node-channel">{node.touchpoint?.channel}</span>
      </span>
      <span className="graph-node-bar" style={{ width: `${(journeys / busiest) * 100}%` }} />
      <Ports />
    </button>
  )
}

function EndNode({ data }: NodeProps<Node<NodeData>>) {
  return (
    <div className="graph-end">
      {data.node.name}
      <Ports />
    </div>
  )
}

function Ports() {
  return (
    <>
      <Handle type="target" position={Position.Left} className="graph-port" isConnectable={false} />
      <Handle type="source" position={Position.Right} className="graph-port" isConnectable={false} />
    </>
  )
}

function Way({ data, markerEnd }: EdgeProps<Edge<EdgeData>>) {
  if (!data) return null
  const { edge, number } = data
  const text = number === 'p50' ? formatDuration(edge.p50) : formatShort(edge[number])
  const name = `${edge.from.replace(/^t:/, '')} to ${edge.to.replace(/^t:/, '')}`
  const shown = number === 'p50' && edge.p50 === null ? '' : text
  return (
    <>
      <path className="graph-way" markerEnd={markerEnd} d={data.path} style={{ strokeWidth: 1 + edge.weight * 7 }} />
      <EdgeLabelRenderer>
        {shown === '' ? null : (
          <button
            type="button"
            className="graph-number nodrag nopan numeric"
            style={{ transform: `translate(-50%, -50%) translate(${data.x}px, ${data.y}px)` }}
            aria-label={`${name}: ${text}. Open the list`}
            title={`${name}\n${formatCount(edge.count)} times, by ${formatCount(edge.journeys)} journeys${edge.p50 === null ? '' : `, half within ${formatDuration(edge.p50)}`}`}
            onClick={() => data.onOpen(edge)}
          >
            {shown}
          </button>
        )}
      </EdgeLabelRenderer>
    </>
  )
}

const nodeTypes = { touchpoint: TouchpointNode, end: EndNode }
const edgeTypes = { way: Way }
