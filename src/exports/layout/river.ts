import type { River, Stage } from '../../journey/map.ts'
import { riverFlows, type Flows } from './river-flows.ts'
import { drawStreams } from './river-streams.ts'
import { stackColumns } from './river-stack.ts'
import { nodeWidth, type RiverBox, type RiverLayout, type RiverNode } from './river-types.ts'

/**
 * Where everything of the river lies, in the box's own coordinates. Widths are proportional to counts (`scale` pixels a
 * passage) and conserved: what enters a stage leaves it. Stages stand at their columns; flows that skip stages run above
 * them; flows back are thin arcs on top with a scale of their own; journeys that end without the goal fall out below.
 * Ribbons that name a stage the map lacks, and flows from a stage to itself, are not drawn.
 */
export function layoutRiver(river: River, stages: readonly Stage[], box: RiverBox): RiverLayout {
  const flows = riverFlows(river, stages)
  const stacked = stackColumns(flows, columnsOf(stages.length, box), box)
  return {
    width: box.width,
    height: box.height,
    scale: stacked.scale,
    journeys: river.journeys,
    hasGoal: box.goal !== false,
    nodes: stages.map((stage, index): RiverNode => {
      const slot = stacked.nodes[index] ?? { x: 0, y: 0, height: 0 }
      return { stage: stage.name, index, ...slot, width: nodeWidth, ...totals(flows, index) }
    }),
    ...drawStreams(flows, stacked, box),
  }
}

function totals(flows: Flows, index: number): { readonly in: number; readonly out: number } {
  const sum = (side: 'from' | 'to'): number =>
    flows.links.reduce((total, link) => (link[side].kind === 'stage' && link[side].index === index ? total + link.count : total), 0)
  return { in: sum('to'), out: sum('from') }
}

function columnsOf(count: number, box: RiverBox): readonly { readonly x: number; readonly width: number }[] {
  if (box.columns && box.columns.length >= count) return box.columns
  const width = box.width / Math.max(1, count)
  return Array.from({ length: count }, (_, index) => ({ x: index * width, width }))
}
