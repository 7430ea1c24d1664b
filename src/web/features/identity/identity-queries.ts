import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import type { Identity, joinListSchema } from '../../../contract/identity.ts'
import type { IdentityRules, JoinState, UndoneJoin } from '../../../journey/identity.ts'
import { request } from '../../api/request.ts'

export const identityQuery = queryOptions({
  queryKey: ['events', 'identity'],
  queryFn: ({ signal }) => request<Identity>('/identity', { signal }),
})

export interface JoinsShown {
  readonly state: JoinState
  readonly find: string
  readonly offset: number
}
export const joinsPage = 100

export const joinsQuery = ({ state, find, offset }: JoinsShown) =>
  queryOptions({
    queryKey: ['events', 'identity', 'joins', state, find, offset],
    queryFn: ({ signal }) =>
      request<z.output<typeof joinListSchema>>(
        `/identity/joins?${new URLSearchParams({ state, limit: String(joinsPage), offset: String(offset), ...(find === '' ? {} : { find }) })}`,
        { signal },
      ),
    placeholderData: keepPreviousData,
  })

interface Started {
  readonly job: string
}
export const setRules = (rules: IdentityRules): Promise<Started> => request<Started>('/identity', { method: 'PUT', body: rules })
export const undoJoin = (join: UndoneJoin): Promise<Started> => request<Started>('/identity/undo', { method: 'POST', body: join })
export const redoJoin = (join: UndoneJoin): Promise<Started> => request<Started>('/identity/redo', { method: 'POST', body: join })
