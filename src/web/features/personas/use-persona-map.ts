import { useQuery } from '@tanstack/react-query'
import type { MapReading } from '../../../contract/personas.ts'
import type { JourneyMap } from '../../../journey/map.ts'
import { mapReadingQuery } from './persona-queries.ts'

/** The map with the numbers of one persona, on its own stages and steps; undefined until it is computed or when none is asked for. */
export function usePersonaMap(map: string, persona: string | undefined): JourneyMap | undefined {
  return usePersonaReading(map, persona).reading?.map
}

/** The same with whose it is and of how many journeys, and what went wrong. */
export function usePersonaReading(
  map: string,
  persona: string | undefined,
): { readonly reading: MapReading | undefined; readonly error: unknown } {
  const query = useQuery({ ...mapReadingQuery(map, persona ?? ''), enabled: persona !== undefined })
  return { reading: persona === undefined ? undefined : query.data, error: query.error }
}
