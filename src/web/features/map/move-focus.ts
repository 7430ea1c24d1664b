import type { Card } from '../../../journey/map.ts'
import type { LaneRow } from './place-cards.ts'

export type MoveKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End'
export const isMoveKey = (key: string): key is MoveKey => ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key)

interface Spot {
  readonly id: string
  readonly lane: number
  /** Columns of the map: every step is one; a card of the whole stage stands in the stage's first. */
  readonly column: number
  readonly depth: number
}

/**
 * The card that an arrow leads to, or undefined at an edge. Up and down stay in the column: first within the cell, then
 * to the next lane that has cards, at its nearest column. Left and right stay in the lane, at the nearest depth.
 */
export function moveFocus(rows: readonly LaneRow[], current: string, key: MoveKey): string | undefined {
  const spots = spotsOf(rows)
  const here = spots.find((spot) => spot.id === current)
  if (!here) return spots[0]?.id
  const lane = spots.filter((spot) => spot.lane === here.lane)
  if (key === 'Home') return best(lane, (spot) => [spot.column, spot.depth])
  if (key === 'End') return best(lane, (spot) => [-spot.column, spot.depth])
  if (key === 'ArrowLeft')
    return best(
      lane.filter((spot) => spot.column < here.column),
      (spot) => [-spot.column, Math.abs(spot.depth - here.depth)],
    )
  if (key === 'ArrowRight')
    return best(
      lane.filter((spot) => spot.column > here.column),
      (spot) => [spot.column, Math.abs(spot.depth - here.depth)],
    )
  const down = key === 'ArrowDown'
  const within = lane.filter((spot) => spot.column === here.column && (down ? spot.depth > here.depth : spot.depth < here.depth))
  if (within.length > 0) return best(within, (spot) => [Math.abs(spot.depth - here.depth), 0])
  const others = spots.filter((spot) => (down ? spot.lane > here.lane : spot.lane < here.lane))
  return best(others, (spot) => [
    Math.abs(spot.lane - here.lane) * 1e6 + Math.abs(spot.column - here.column),
    down ? spot.depth : -spot.depth,
  ])
}

function spotsOf(rows: readonly LaneRow[]): readonly Spot[] {
  return rows.flatMap((row, lane) => {
    let first = 0
    return row.cells.flatMap((cell) => {
      const start = first
      first += Math.max(1, cell.steps.length)
      const steps = cell.steps.flatMap((cards, index) =>
        cards.map((card: Card, depth): Spot => ({ id: card.id, lane, column: start + index, depth })),
      )
      const below = cell.steps[0]?.length ?? 0
      return [...steps, ...cell.whole.map((card, depth): Spot => ({ id: card.id, lane, column: start, depth: below + depth }))]
    })
  })
}

function best(spots: readonly Spot[], cost: (spot: Spot) => readonly [number, number]): string | undefined {
  let found: { readonly id: string; readonly cost: readonly [number, number] } | undefined
  for (const spot of spots) {
    const own = cost(spot)
    if (!found || own[0] < found.cost[0] || (own[0] === found.cost[0] && own[1] < found.cost[1])) found = { id: spot.id, cost: own }
  }
  return found?.id
}
