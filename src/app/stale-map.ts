import type { MapBasis } from '../journey/map.ts'

interface Counted {
  readonly name: string
  readonly events: number
}

/** Whether events that the map's definition may use came since it was computed: its sources then have other counts. A workspace without events has nothing to compute a map from. */
export function isStale(basis: Pick<MapBasis, 'sources' | 'definition'> | undefined, sources: readonly Counted[]): boolean {
  if (!basis || sources.length === 0) return false
  const wanted = basis.definition.filter.sources
  const uses = ({ name }: Counted): boolean => wanted === undefined || wanted.length === 0 || wanted.includes(name)
  const before = new Map(basis.sources.filter(uses).map(({ name, events }) => [name, events]))
  const now = sources.filter(uses)
  return now.length !== before.size || now.some(({ name, events }) => before.get(name) !== events)
}
