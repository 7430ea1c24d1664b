import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { highlightListSchema, noteListSchema, NoteRecord, tagListSchema } from '../../../contract/research.ts'
import { offlineProblem, toProblem } from '../../api/problem-error.ts'
import { apiRoot, request } from '../../api/request.ts'

export interface NotesFilter {
  readonly q?: string
  readonly tag?: string
  readonly removed?: boolean
}

export const notesQuery = (filter: NotesFilter) =>
  queryOptions({
    queryKey: ['research', 'notes', filter],
    queryFn: ({ signal }) =>
      request<z.output<typeof noteListSchema>>(`/research/notes?${searchText({ ...filter, limit: 500 })}`, { signal }),
    placeholderData: keepPreviousData,
  })
export const noteQuery = (id: string) =>
  queryOptions({ queryKey: ['research', 'note', id], queryFn: ({ signal }) => request<NoteRecord>(`/research/notes/${id}`, { signal }) })
export const tagsQuery = queryOptions({
  queryKey: ['research', 'tags'],
  queryFn: ({ signal }) => request<z.output<typeof tagListSchema>>('/research/tags', { signal }),
})
export const highlightsQuery = (filter: { readonly q?: string; readonly tag?: string; readonly limit: number; readonly offset: number }) =>
  queryOptions({
    queryKey: ['research', 'highlights', filter],
    queryFn: ({ signal }) => request<z.output<typeof highlightListSchema>>(`/research/highlights?${searchText(filter)}`, { signal }),
    placeholderData: keepPreviousData,
  })

const searchText = (values: object): string =>
  new URLSearchParams(
    Object.entries(values).flatMap(([key, value]): string[][] => (value === undefined || value === '' ? [] : [[key, String(value)]])),
  ).toString()

/** Adds a note from a file; rejects with a `ProblemError`. */
export async function uploadNote(file: File): Promise<NoteRecord> {
  const address = `${apiRoot}/research/notes/upload?name=${encodeURIComponent(file.name)}`
  const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: file }
  const response = await fetch(address, init).catch(() => {
    throw offlineProblem()
  })
  const text = await response.text()
  if (!response.ok) throw toProblem(response.status, text)
  return JSON.parse(text) as NoteRecord
}
