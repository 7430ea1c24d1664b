import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type {
  MapReading,
  personaListSchema,
  personaMapsSchema,
  PersonaNumbers,
  PersonaOverlap,
  personaPreviewSchema,
  PersonaRecord,
} from '../../../contract/personas.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import { request } from '../../api/request.ts'

type PersonaList = z.output<typeof personaListSchema>
const about = (definition: string | undefined): string => (definition === undefined ? '' : `?definition=${encodeURIComponent(definition)}`)

export const personasQuery = queryOptions({
  queryKey: ['personas', 'list'],
  queryFn: ({ signal }) => request<PersonaList>('/personas?limit=1000', { signal }),
})
export const removedPersonasQuery = queryOptions({
  queryKey: ['personas', 'removed'],
  queryFn: ({ signal }) => request<PersonaList>('/personas?limit=1000&removed=only', { signal }),
})
export const personaQuery = (id: string) =>
  queryOptions({ queryKey: ['personas', 'one', id], queryFn: ({ signal }) => request<PersonaRecord>(`/personas/${id}`, { signal }) })
export const personaNumbersQuery = (id: string, definition: string | undefined) =>
  queryOptions({
    queryKey: ['personas', 'numbers', id, definition ?? null],
    queryFn: ({ signal }) => request<PersonaNumbers>(`/personas/${id}/numbers${about(definition)}`, { signal }),
    placeholderData: keepPreviousData,
  })
export const personaMapsQuery = (id: string) =>
  queryOptions({
    queryKey: ['personas', 'maps', id],
    queryFn: ({ signal }) => request<z.output<typeof personaMapsSchema>>(`/personas/${id}/maps`, { signal }),
  })
export const personaOverlapQuery = (definition: string | undefined) =>
  queryOptions({
    queryKey: ['personas', 'overlap', definition ?? null],
    queryFn: ({ signal }) => request<PersonaOverlap>(`/personas/overlap${about(definition)}`, { signal }),
    placeholderData: keepPreviousData,
  })
export const segmentPreviewQuery = (segment: JourneyFilter, definition: string | undefined) =>
  queryOptions({
    queryKey: ['events', 'segment', definition ?? null, segment],
    queryFn: ({ signal }) =>
      request<z.output<typeof personaPreviewSchema>>('/personas/preview', {
        method: 'POST',
        body: { segment, ...(definition === undefined ? {} : { definition }) },
        signal,
      }),
    placeholderData: keepPreviousData,
  })
export const mapReadingQuery = (map: string, persona: string) =>
  queryOptions({
    queryKey: ['map', map, 'read-for', persona],
    queryFn: ({ signal }) => request<MapReading>(`/maps/${map}/read-for`, { method: 'POST', body: { persona }, signal }),
    staleTime: 30_000,
  })
