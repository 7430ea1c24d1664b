import type { CardId } from '../../journey/map.ts'
import type { GridCell, GridRow } from './grid-rows.ts'

/** Where the keyboard stands: on a card, or on a cell without cards. */
export type Focus = { readonly kind: 'card'; readonly id: CardId } | { readonly kind: 'cell'; readonly key: string }
export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'
export const isMoveKey = (key: string): key is MoveKey => ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)

export interface Stop {
  readonly focus: Focus
  readonly cell: GridCell
  readonly row: number
  /** Every step is a column; a whole stage stands in its first. */
  readonly column: number
  /** How far down in its column within the lane. */
  readonly depth: number
}

/** Every place that the arrow keys reach, lane by lane, column by column. Empty cells are places too. */
export function stopsOf(rows: readonly GridRow[]): readonly Stop[] {
  return rows.flatMap((row, index) => {
    let first = 0
    return row.stages.flatMap((stage) => {
      const start = first
      first += Math.max(1, stage.steps.length)
      const steps = stage.steps.flatMap((cell, place) => cellStops(cell, { row: index, column: start + place, depth: 0 }))
      const below = stage.steps.length === 0 ? 0 : Math.max(1, stage.steps[0]?.cards.length ?? 0)
      const whole =
        stage.steps.length > 0 && stage.whole.cards.length === 0 ? [] : cellStops(stage.whole, { row: index, column: start, depth: below })
      return [...steps, ...whole]
    })
  })
}

function cellStops(cell: GridCell, at: Pick<Stop, 'row' | 'column' | 'depth'>): readonly Stop[] {
  if (cell.cards.length === 0) return [{ ...at, cell, focus: { kind: 'cell', key: cell.key } }]
  return cell.cards.map((id, index) => ({ ...at, depth: at.depth + index, cell, focus: { kind: 'card', id } }))
}

export const sameFocus = (a: Focus | undefined, b: Focus | undefined): boolean => focusName(a) === focusName(b)
export const focusName = (focus: Focus | undefined): string | undefined =>
  focus === undefined ? undefined : focus.kind === 'card' ? `card ${focus.id}` : `cell ${focus.key}`

/** The stop that a key leads to; undefined at an edge. Up and down stay in the column, left and right in the lane. */
export function moveStop(stops: readonly Stop[], current: Focus | undefined, key: MoveKey): Stop | undefined {
  const here = stops.find((stop) => sameFocus(stop.focus, current))
  if (!here) return stops[0]
  const lane = stops.filter((stop) => stop.row === here.row)
  if (key === 'Home') return best(lane, (stop) => [stop.column, stop.depth])
  if (key === 'End') return best(lane, (stop) => [-stop.column, stop.depth])
  const side = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0
  if (side !== 0)
    return best(
      lane.filter((stop) => (stop.column - here.column) * side > 0),
      (stop) => [(stop.column - here.column) * side, Math.abs(stop.depth - here.depth)],
    )
  const down = key === 'ArrowDown' ? 1 : -1
  const within = lane.filter((stop) => stop.column === here.column && (stop.depth - here.depth) * down > 0)
  if (within.length > 0) return best(within, (stop) => [Math.abs(stop.depth - here.depth), 0])
  return best(
    stops.filter((stop) => (stop.row - here.row) * down > 0),
    (stop) => [Math.abs(stop.row - here.row) * 1e6 + Math.abs(stop.column - here.column), stop.depth * down],
  )
}

function best(stops: readonly Stop[], cost: (stop: Stop) => readonly [number, number]): Stop | undefined {
  let found: { readonly stop: Stop; readonly cost: readonly [number, number] } | undefined
  for (const stop of stops) {
    const own = cost(stop)
    if (!found || own[0] < found.cost[0] || (own[0] === found.cost[0] && own[1] < found.cost[1])) found = { stop, cost: own }
  }
  return found?.stop
}
