import type { Stage } from '../../../journey/map.ts'
import { mapColumns, overviewColumns, type MapColumns } from '../../features/map/map-columns.ts'

export const collapsedWidth = 46

/** The columns with some stages folded to a strip; the others share the room. */
export function foldedColumns(
  stages: readonly Stage[],
  room: number,
  options: { readonly steps: boolean; readonly folded: ReadonlySet<string> },
): MapColumns {
  const open = stages.filter((stage) => !options.folded.has(stage.id))
  const left = Math.max(0, room - (stages.length - open.length) * collapsedWidth)
  const made = options.steps ? mapColumns(open, left) : overviewColumns(open, left)
  const byId = new Map(made.stages.map((column) => [column.id, column]))
  let x = 0
  const columns = stages.map((stage) => {
    const column = byId.get(stage.id) ?? {
      id: stage.id,
      x,
      width: collapsedWidth,
      steps: stage.steps.map((step) => ({ id: step.id, x: 0, width: collapsedWidth })),
    }
    const placed = { ...column, x }
    x += placed.width
    return placed
  })
  return { width: x, stages: columns }
}
