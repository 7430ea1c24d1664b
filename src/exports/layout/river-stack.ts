import { placeOf, type End, type Flows, type Link } from './river-flows.ts'
import type { RiverBox } from './river-types.ts'

export interface Slot {
  readonly x: number
  readonly y: number
  readonly height: number
}

export interface Stacked {
  readonly scale: number
  /** The river's upper bank. */
  readonly top: number
  /** Where falling streams have faded. */
  readonly bottom: number
  readonly nodes: readonly Slot[]
  /** Where a link passes over a column it does not stop at: `passing.get(link)?.[column]`. */
  readonly passing: ReadonlyMap<Link, readonly (Slot | undefined)[]>
  readonly goal: Slot | undefined
}

const arcRoom = 46
const labelRoom = 20
const fallShare = 0.36
const gap = 7

/** Gives every stage, every flow that passes over it and the goal their place, with one scale for all. */
export function stackColumns(flows: Flows, columns: readonly { readonly x: number; readonly width: number }[], box: RiverBox): Stacked {
  const top = flows.back.length > 0 ? Math.min(arcRoom, box.height * 0.22) : labelRoom
  const leaves = flows.lost.length + flows.open.length > 0
  const room = Math.max(8, box.height - top - (leaves ? box.height * fallShare : labelRoom / 2))
  const loads = Array.from({ length: flows.stages }, (_, column) => loadOf(flows, column))
  const toGoal = sum(flows.forward.filter((link) => link.to.kind === 'goal'))
  const scale = Math.min(...loads.map((load) => scaleOf(load, room)), toGoal > 0 ? room / toGoal : Number.POSITIVE_INFINITY)
  const safe = Number.isFinite(scale) ? scale : 0
  const passing = new Map<Link, (Slot | undefined)[]>()
  const nodes = loads.map((load, column): Slot => {
    const x = columns[column]?.x ?? 0
    let y = top
    load.over.forEach((link, place) => {
      const slots = passing.get(link) ?? []
      slots[column] = { x, y, height: link.count * safe }
      passing.set(link, slots)
      y += link.count * safe + (sameTarget(link, load.over[place + 1]) ? 0 : gap)
    })
    return { x, y, height: visited(flows, column) ? Math.max(1.5, load.node * safe) : 0 }
  })
  const last = columns[flows.stages - 1]
  const goal = toGoal > 0 && last ? { x: last.x + last.width - goalInset, y: top, height: toGoal * safe } : undefined
  return { scale: safe, top, bottom: box.height, nodes, passing, goal }
}

const goalInset = 12

const visited = (flows: Flows, column: number): boolean =>
  flows.links.some((link) => placeOf(link.from) === column || placeOf(link.to) === column)

interface Load {
  readonly over: readonly Link[]
  readonly node: number
}

/** What a column carries: its own stage, and flows over it, the farthest target on top. */
function loadOf(flows: Flows, column: number): Load {
  const over = flows.forward
    .filter((link) => placeOf(link.from) < column && placeOf(link.to) > column)
    .toSorted((a, b) => far(b.to) - far(a.to) || placeOf(a.from) - placeOf(b.from))
  const at = (links: readonly Link[], side: 'from' | 'to'): number => sum(links.filter((link) => placeOf(link[side]) === column))
  const entering = at(flows.forward, 'to') + at(flows.starts, 'to')
  const leaving = at(flows.forward, 'from') + at(flows.lost, 'from') + at(flows.open, 'from')
  return { over, node: Math.max(entering, leaving) }
}

const far = (end: End): number => Math.min(placeOf(end), 1e6)
const sameTarget = (link: Link, next: Link | undefined): boolean => next !== undefined && far(next.to) === far(link.to)
const sum = (links: readonly Link[]): number => links.reduce((total, link) => total + link.count, 0)

function scaleOf(load: Load, room: number): number {
  const total = sum(load.over) + load.node
  const trunks = new Set(load.over.map((link) => far(link.to))).size
  return total === 0 ? Number.POSITIVE_INFINITY : Math.max(room * 0.3, room - trunks * gap) / total
}
