import type { MapSummary } from '../../../contract/maps.ts'
import { staleAfterMs } from '../../../journey/map-check/map-health.ts'

export type SortBy = 'changed' | 'title' | 'attention' | 'family'
export type Show = 'all' | 'attention' | 'stale' | 'as-is' | 'to-be'
export interface Arranging {
  readonly search: string
  readonly show: Show
  /** Name of a person; empty: any. */
  readonly owner: string
  readonly sort: SortBy
}
export interface ArrangedMap {
  readonly map: MapSummary
  /** How far below a map of the list it stands; 0 unless sorted by family. */
  readonly depth: number
}

/** Whether the newest thing that the map rests on is older than 90 days; a map that rests on nothing is not stale. */
export const isOld = (map: MapSummary, now: number): boolean =>
  map.portrait.health.newest !== null && map.portrait.health.newest < now - staleAfterMs

/** Share of cards that rest on evidence, 0..1; null on a map without cards. */
export const evidencedShare = ({ portrait: { health } }: MapSummary): number | null =>
  health.cards === 0 ? null : health.evidenced / health.cards

/** The maps to show, in order. `now` is UTC milliseconds. */
export function arrangeMaps(maps: readonly MapSummary[], how: Arranging, now: number): readonly ArrangedMap[] {
  const wanted = how.search.trim().toLowerCase()
  const shown = maps.filter(
    (map) =>
      (how.owner === '' || map.owner === how.owner) &&
      showTests[how.show](map, now) &&
      (wanted === '' || [map.title, map.summary, ...map.portrait.personas].some((text) => text.toLowerCase().includes(wanted))),
  )
  if (how.sort === 'family') return byFamily(shown.toSorted(sorts.title))
  return shown.toSorted(sorts[how.sort]).map((map) => ({ map, depth: 0 }))
}

const showTests: Readonly<Record<Show, (map: MapSummary, now: number) => boolean>> = {
  all: () => true,
  attention: ({ portrait }) => portrait.health.high > 0,
  stale: isOld,
  'as-is': ({ kind }) => kind === 'as-is',
  'to-be': ({ kind }) => kind === 'to-be',
}

const sorts: Readonly<Record<Exclude<SortBy, 'family'>, (a: MapSummary, b: MapSummary) => number>> = {
  changed: (a, b) => b.changedAt - a.changedAt,
  title: (a, b) => a.title.localeCompare(b.title),
  attention: (a, b) => b.portrait.health.high - a.portrait.health.high || b.portrait.health.medium - a.portrait.health.medium,
}

/** Each map once: under the first map that opens it, or at the top; a circle begins where the list does. */
function byFamily(maps: readonly MapSummary[]): readonly ArrangedMap[] {
  const byId = new Map(maps.map((map) => [map.id, map]))
  const below = new Set(maps.flatMap((map) => map.portrait.opens.filter((id) => id !== map.id)))
  const arranged: ArrangedMap[] = []
  const seen = new Set<string>()
  const add = (map: MapSummary, depth: number): void => {
    if (seen.has(map.id)) return
    seen.add(map.id)
    arranged.push({ map, depth: Math.min(depth, 6) })
    for (const id of map.portrait.opens) {
      const child = byId.get(id)
      if (child) add(child, depth + 1)
    }
  }
  for (const map of maps) if (!below.has(map.id)) add(map, 0)
  for (const map of maps) add(map, 0)
  return arranged
}
