import type { PlanAutomaton } from './plan-automaton.ts'

/** One move of an alignment: as planned; planned but left out; or not planned. */
export type Move =
  | { readonly kind: 'match'; readonly touchpoint: string; readonly step: string }
  | { readonly kind: 'skip'; readonly step: string; readonly touchpoints: readonly string[] }
  | { readonly kind: 'add'; readonly touchpoint: string }

export interface Alignment {
  /** Skips plus additions; the least there can be. */
  readonly cost: number
  readonly moves: readonly Move[]
}

/** Aligns paths to one plan; made once for a plan, used for every variant. */
export interface Aligner {
  /** The cheapest way through the plan for a path; of equally cheap ones always the same. */
  readonly align: (path: readonly string[]) => Alignment
  /** Steps of the shortest way that the plan allows. */
  readonly shortest: number
}

/**
 * Optimal alignment with unit costs for skipping a planned step and for adding an unplanned touchpoint (the cost function
 * customary in conformance checking): the shortest path through path × plan by a 0–1 breadth-first search, which looks only
 * at what costs no more than the answer.
 */
export function createAligner(plan: PlanAutomaton): Aligner {
  const leaving: number[][] = Array.from({ length: plan.states }, () => [])
  for (const [index, { from }] of plan.edges.entries()) leaving[from]!.push(index)
  const align = (path: readonly string[]): Alignment => trace(plan, path, search({ plan, leaving }, path))
  return { align, shortest: align([]).cost }
}

const unreached = 2 ** 30

interface Prepared {
  readonly plan: PlanAutomaton
  /** Indexes of the edges that leave each state. */
  readonly leaving: readonly (readonly number[])[]
}

/** Nodes are `events passed × states + state`. */
function search({ plan, leaving }: Prepared, path: readonly string[]): Searched {
  const { states, edges, accepting } = plan
  const costs = new Int32Array((path.length + 1) * states).fill(unreached)
  const how = new Int32Array(costs.length)
  costs[0] = 0
  let level = [0]
  for (let cost = 0; level.length > 0; cost++) {
    const dearer: number[] = []
    const reach = (node: number, by: number, extra: 0 | 1): void => {
      if (cost + extra >= costs[node]!) return
      costs[node] = cost + extra
      how[node] = by
      ;(extra === 0 ? level : dearer).push(node)
    }
    for (let place = 0; place < level.length; place++) {
      const node = level[place]!
      if (costs[node] !== cost) continue
      const at = Math.floor(node / states)
      const state = node - at * states
      if (at === path.length && accepting.has(state)) return { costs, how, end: node }
      const event = path[at]
      for (const index of leaving[state]!) {
        const { to, touchpoints } = edges[index]!
        if (event !== undefined && touchpoints?.includes(event)) reach(node - state + states + to, -1 - index, 0)
        reach(node - state + to, 2 + index, touchpoints === null ? 0 : 1)
      }
      if (event !== undefined) reach(node + states, 1, 1)
    }
    level = dearer
  }
  throw new RangeError('The plan has no way from its start to an end.')
}

interface Searched {
  readonly costs: Int32Array
  /** How each node was reached: 0 start, 1 added touchpoint, 2 + edge skipped or silent, −1 − edge matched. */
  readonly how: Int32Array
  readonly end: number
}

function trace(plan: PlanAutomaton, path: readonly string[], { costs, how, end }: Searched): Alignment {
  let state = end - path.length * plan.states
  const cost = costs[end]!
  const moves: Move[] = []
  for (let i = path.length; ;) {
    const code = how[i * plan.states + state]!
    if (code === 0) return { cost, moves: moves.toReversed() }
    if (code === 1) {
      i--
      moves.push({ kind: 'add', touchpoint: path[i]! })
      continue
    }
    const { from, step, touchpoints } = plan.edges[code < 0 ? -1 - code : code - 2]!
    if (code < 0) {
      i--
      moves.push({ kind: 'match', touchpoint: path[i]!, step })
    } else if (touchpoints !== null) moves.push({ kind: 'skip', step, touchpoints })
    state = from
  }
}
