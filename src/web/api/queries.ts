import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { DefinitionChoice, definitionListSchema } from '../../contract/definitions.ts'
import type { importListSchema, ImportRecord, refusedListSchema } from '../../contract/imports.ts'
import type { mapCheckSchema, mapListSchema, MapRecord } from '../../contract/maps.ts'
import type { sourceListSchema } from '../../contract/sources.ts'
import type { templateListSchema } from '../../contract/templates.ts'
import type { vocabularySchema } from '../../contract/vocabulary.ts'
import type { Workspace } from '../../contract/workspace.ts'
import type { AnswerTo } from '../../journey/answer.ts'
import type { Question } from '../../journey/question.ts'
import { request } from './request.ts'

export const workspaceQuery = queryOptions({
  queryKey: ['workspace'],
  queryFn: ({ signal }) => request<Workspace>('/workspace', { signal }),
})
export const mapsQuery = queryOptions({
  queryKey: ['maps'],
  queryFn: ({ signal }) => request<z.output<typeof mapListSchema>>('/maps?limit=1000', { signal }),
})
export const mapQuery = (id: string) =>
  queryOptions({ queryKey: ['map', id], queryFn: ({ signal }) => request<MapRecord>(`/maps/${id}`, { signal }) })
export const checkQuery = (id: string) =>
  queryOptions({
    queryKey: ['map', id, 'check'],
    queryFn: ({ signal }) => request<z.output<typeof mapCheckSchema>>(`/maps/${id}/check`, { signal }),
  })
export const templatesQuery = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => request<z.output<typeof templateListSchema>>('/templates', { signal }),
  staleTime: Infinity,
})
export const vocabularyQuery = queryOptions({
  queryKey: ['events', 'vocabulary'],
  queryFn: ({ signal }) => request<z.output<typeof vocabularySchema>>('/vocabulary', { signal }),
})
export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => request<z.output<typeof definitionListSchema>>('/definitions?limit=1000', { signal }),
})
export const importsQuery = queryOptions({
  queryKey: ['events', 'imports'],
  queryFn: ({ signal }) => request<z.output<typeof importListSchema>>('/imports?limit=200', { signal }),
})
export const importQuery = (number: number) =>
  queryOptions({ queryKey: ['events', 'import', number], queryFn: ({ signal }) => request<ImportRecord>(`/imports/${number}`, { signal }) })
export const refusedQuery = (number: number, page: { readonly limit: number; readonly offset: number }) =>
  queryOptions({
    queryKey: ['events', 'import', number, 'refused', page],
    queryFn: ({ signal }) =>
      request<z.output<typeof refusedListSchema>>(`/imports/${number}/refused?limit=${page.limit}&offset=${page.offset}`, { signal }),
    placeholderData: keepPreviousData,
  })
export const sourcesQuery = queryOptions({
  queryKey: ['events', 'sources'],
  queryFn: ({ signal }) => request<z.output<typeof sourceListSchema>>('/sources?limit=1000', { signal }),
})

/** An answer; the last one stays on screen while the next is computed. */
export const askQuery = <Q extends Question>(question: Q, definition: DefinitionChoice | undefined) =>
  queryOptions({
    queryKey: ['events', 'ask', definition ?? null, question],
    queryFn: ({ signal }) => ask(question, definition, signal),
    placeholderData: keepPreviousData,
    staleTime: 5 * 60_000,
  })

export const ask = <Q extends Question>(question: Q, definition: DefinitionChoice | undefined, signal?: AbortSignal) =>
  request<AnswerTo<Q['question']>>('/ask', {
    method: 'POST',
    body: { question, ...(definition === undefined ? {} : { definition }) },
    ...(signal ? { signal } : {}),
  })
