import type { WeightedPath } from '../weighted-path.ts'

/** Where a touchpoint lies in the journeys of a group, and how many come there. */
export interface Place {
  readonly touchpoint: string
  readonly journeys: number
  /** Of the group's journeys, and of all others; 0..1. */
  readonly reach: number
  readonly elsewhere: number
  /** Weighted median over visiting journeys of the first visit's place, 0 (first event) to 1 (last); lower of two. */
  readonly position: number
}

/** Touchpoints of a group in the order of their median place; ties by reach, then by name. */
export function placesOf(paths: readonly WeightedPath[], belongs: Float64Array): readonly Place[] {
  const visits = new Map<string, { at: number; weight: number }[]>()
  const others = new Map<string, number>()
  let here = 0
  let rest = 0
  for (const [v, { path, weight }] of paths.entries()) {
    const mine = belongs[v]! > 0
    if (mine) here += weight
    else rest += weight
    const seen = new Set<string>()
    for (const [index, touchpoint] of path.entries()) {
      if (seen.has(touchpoint)) continue
      seen.add(touchpoint)
      if (!mine) others.set(touchpoint, (others.get(touchpoint) ?? 0) + weight)
      else {
        const list = visits.get(touchpoint) ?? []
        if (list.length === 0) visits.set(touchpoint, list)
        list.push({ at: path.length < 2 ? 0 : index / (path.length - 1), weight })
      }
    }
  }
  return [...visits]
    .map(([touchpoint, list]) => {
      const journeys = list.reduce((sum, { weight }) => sum + weight, 0)
      const elsewhere = rest === 0 ? 0 : (others.get(touchpoint) ?? 0) / rest
      return { touchpoint, journeys, reach: journeys / here, elsewhere, position: medianOf(list, journeys) }
    })
    .toSorted((a, b) => a.position - b.position || b.journeys - a.journeys || (a.touchpoint < b.touchpoint ? -1 : 1))
}

function medianOf(list: readonly { readonly at: number; readonly weight: number }[], total: number): number {
  let sum = 0
  for (const { at, weight } of list.toSorted((a, b) => a.at - b.at)) {
    sum += weight
    if (sum * 2 >= total) return at
  }
  return 0
}
