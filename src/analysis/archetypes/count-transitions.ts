import type { WeightedPath } from '../weighted-path.ts'

/**
 * How often each path makes each transition, with the start and the end of the journey as states of their own, so that
 * length is part of the model. Sparse rows: the cells of path v are `starts[v]` to `starts[v + 1]`.
 */
export interface TransitionCounts {
  /** Touchpoints in the order of first occurrence; state 0 is the start, state 1 the end, then these. */
  readonly touchpoints: readonly string[]
  readonly states: number
  readonly paths: number
  readonly weights: Float64Array
  readonly starts: Int32Array
  /** Which distinct transition a cell counts. */
  readonly cells: Int32Array
  readonly counts: Float64Array
  /** From-state and to-state of each distinct transition. */
  readonly from: Int32Array
  readonly to: Int32Array
}

export const startState = 0
export const endState = 1

/** Distinct transitions of all paths, and each path's counts of them. */
export function countTransitions(paths: readonly WeightedPath[]): TransitionCounts {
  const stateOf = new Map<string, number>()
  const transitionOf = new Map<number, number>()
  const from: number[] = []
  const to: number[] = []
  const starts = new Int32Array(paths.length + 1)
  const cells: number[] = []
  const counts: number[] = []
  // A transition's key: states stay below 65,536, as touchpoints do in the store.
  const transition = (a: number, b: number): number => {
    const key = a * 131_072 + b
    const known = transitionOf.get(key)
    if (known !== undefined) return known
    transitionOf.set(key, from.length)
    from.push(a)
    to.push(b)
    return from.length - 1
  }
  for (const [v, { path }] of paths.entries()) {
    const row = new Map<number, number>()
    let at = startState
    for (const name of path) {
      let next = stateOf.get(name)
      if (next === undefined) stateOf.set(name, (next = stateOf.size + 2))
      const made = transition(at, next)
      row.set(made, (row.get(made) ?? 0) + 1)
      at = next
    }
    const last = transition(at, endState)
    row.set(last, (row.get(last) ?? 0) + 1)
    for (const [cell, count] of row) {
      cells.push(cell)
      counts.push(count)
    }
    starts[v + 1] = cells.length
  }
  return {
    touchpoints: [...stateOf.keys()],
    states: stateOf.size + 2,
    paths: paths.length,
    weights: Float64Array.from(paths, ({ weight }) => weight),
    starts,
    cells: Int32Array.from(cells),
    counts: Float64Array.from(counts),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
  }
}
