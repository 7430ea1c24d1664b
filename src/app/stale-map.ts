import { hasLostNumbers } from '../journey/lost-numbers.ts'
import type { JourneyMap } from '../journey/map.ts'

interface Counted {
  readonly name: string
  readonly events: number
}

/** Whether people changed the stages since the map was computed, or events that its definition may use came: its sources then have other counts. A workspace without events has nothing to compute a map from. */
export function isStale(map: Pick<JourneyMap, 'basis' | 'river' | 'stages'>, sources: readonly Counted[]): boolean {
  const { basis } = map
  if (!basis || sources.length === 0) return false
  if (hasLostNumbers(map)) return true
  const wanted = basis.definition.filter.sources
  const uses = ({ name }: Counted): boolean => wanted === undefined || wanted.length === 0 || wanted.includes(name)
  const before = new Map(basis.sources.filter(uses).map(({ name, events }) => [name, events]))
  const now = sources.filter(uses)
  return now.length !== before.size || now.some(({ name, events }) => before.get(name) !== events)
}
