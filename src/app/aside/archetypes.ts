import { findArchetypes, type Archetypes } from '../../analysis/archetypes/find-archetypes.ts'

/** Paths as one list of places in `names`; path v is `steps[starts[v]]` to `steps[starts[v + 1]]`. Crosses to a thread quickly. */
export interface PackedPaths {
  readonly names: readonly string[]
  readonly steps: Uint16Array
  readonly starts: Uint32Array
  readonly weights: Float64Array
}
export interface ArchetypesInput {
  readonly paths: PackedPaths
  readonly most: number
  readonly seeds: number
  readonly noSteps: readonly string[]
}

/** Archetypes of packed paths; undefined when there are too few journeys. */
export function* archetypesTask({ paths, ...options }: ArchetypesInput): Generator<number, Archetypes | undefined> {
  const { names, steps, starts, weights } = paths
  const unpacked = Array.from(weights, (weight, v) => ({
    path: Array.from(steps.subarray(starts[v], starts[v + 1]), (step) => names[step]!),
    weight,
  }))
  return yield* findArchetypes(unpacked, options)
}

export function packPaths(rows: readonly { readonly path: readonly string[]; readonly journeys: number }[]): PackedPaths {
  const places = new Map<string, number>()
  const starts = new Uint32Array(rows.length + 1)
  for (const [v, { path }] of rows.entries()) starts[v + 1] = starts[v]! + path.length
  const steps = new Uint16Array(starts[rows.length]!)
  let at = 0
  for (const { path } of rows)
    for (const name of path) {
      let place = places.get(name)
      if (place === undefined) places.set(name, (place = places.size))
      steps[at++] = place
    }
  return { names: [...places.keys()], steps, starts, weights: Float64Array.from(rows, ({ journeys }) => journeys) }
}
