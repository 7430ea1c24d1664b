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
 * customary in conformance checking): shortest path through path × plan, one layer of states for each event. Time: events × edges.
 */
export function createAligner(plan: PlanAutomaton): Aligner {
  const relax = skipOrder(plan)
  const byTouchpoint = new Map<string, number[]>()
  for (const [index, { touchpoints }] of plan.edges.entries())
    for (const touchpoint of touchpoints ?? []) byTouchpoint.set(touchpoint, [...(byTouchpoint.get(touchpoint) ?? []), index])
  const align = (path: readonly string[]): Alignment => {
    const { states, edges } = plan
    const width = states
    const costs = new Int32Array((path.length + 1) * width).fill(unreached)
    // How each node was reached: 0 start, 1 added touchpoint, 2 + edge skipped or silent, −1 − edge matched.
    const how = new Int32Array(costs.length)
    costs[0] = 0
    relax(costs.subarray(0, width), how.subarray(0, width))
    for (let i = 0; i < path.length; i++) {
      const here = costs.subarray(i * width, (i + 1) * width)
      const next = costs.subarray((i + 1) * width, (i + 2) * width)
      const reached = how.subarray((i + 1) * width, (i + 2) * width)
      for (const index of byTouchpoint.get(path[i]!) ?? []) {
        const { from, to } = edges[index]!
        if (here[from]! < next[to]!) {
          next[to] = here[from]!
          reached[to] = -1 - index
        }
      }
      for (let state = 0; state < width; state++) {
        if (here[state]! + 1 < next[state]!) {
          next[state] = here[state]! + 1
          reached[state] = 1
        }
      }
      relax(next, reached)
    }
    return trace(plan, path, { costs, how })
  }
  return { align, shortest: align([]).cost }
}

const unreached = 2 ** 30

/** Within a layer: silent edges cost nothing, skipped ones 1. States are relaxed cheapest first, and again when they improve. */
function skipOrder({ states, edges }: PlanAutomaton): (costs: Int32Array, how: Int32Array) => void {
  const leaving: number[][] = Array.from({ length: states }, () => [])
  for (const [index, { from, to }] of edges.entries()) if (from !== to) leaving[from]!.push(index)
  return (costs, how) => {
    const queue: number[] = []
    for (let state = 0; state < states; state++) if (costs[state]! < unreached && leaving[state]!.length > 0) queue.push(state)
    queue.sort((a, b) => costs[a]! - costs[b]! || a - b)
    for (let place = 0; place < queue.length; place++) {
      const state = queue[place]!
      for (const index of leaving[state]!) {
        const { to, touchpoints } = edges[index]!
        const cost = costs[state]! + (touchpoints === null ? 0 : 1)
        if (cost >= costs[to]!) continue
        costs[to] = cost
        how[to] = 2 + index
        queue.push(to)
      }
    }
  }
}

interface Searched {
  readonly costs: Int32Array
  readonly how: Int32Array
}

function trace(plan: PlanAutomaton, path: readonly string[], { costs, how }: Searched): Alignment {
  let state = -1
  for (const end of plan.accepting)
    if (state < 0 || costs[path.length * plan.states + end]! < costs[path.length * plan.states + state]!) state = end
  const cost = costs[path.length * plan.states + state]!
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
