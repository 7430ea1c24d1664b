import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import type { ChangePerson, Me, NewPerson, Person, personListSchema } from '../../../contract/people.ts'
import { request } from '../../api/request.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => request<Me>('/me', { signal }),
  staleTime: 5 * 60_000,
})
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => request<z.output<typeof personListSchema>>('/people?limit=1000', { signal }),
})

/** Who this browser says it is, and what that person may do; undefined until it is known. */
export const useMe = (): Me | undefined => useQuery(meQuery).data

/** Whether the person of this browser may do something; false until it is known. */
export function useMay(action: Me['may'][number]): boolean {
  return useMe()?.may.includes(action) ?? false
}

/** Everybody of the workspace; empty until they are known. */
export const usePeople = (): readonly Person[] => useQuery(peopleQuery).data?.rows ?? []

/**
 * Says who this browser is. The page is loaded again: what is open was opened as somebody else, and may hold what the
 * new person may not do.
 */
export function useChooseMe() {
  return useMutation({
    mutationFn: (person: number) => request<Me>('/me', { method: 'PUT', body: { person } }),
    onSuccess: () => window.location.reload(),
  })
}

export function useAddPerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (person: NewPerson) => request<Person>('/people', { method: 'POST', body: person }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}

export function useChangePerson() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, ...change }: ChangePerson & { readonly id: number }) =>
      request<Person>(`/people/${id}`, { method: 'PUT', body: change }),
    onSuccess: () => Promise.all([['people'], ['me']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
