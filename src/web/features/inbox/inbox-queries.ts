import { queryOptions } from '@tanstack/react-query'
import type { Inbox } from '../../../contract/comments.ts'
import { request } from '../../api/request.ts'

export const inboxPage = 50
export const inboxKey = ['inbox'] as const

/** What one was told. Asked again now and then: nobody is connected to an inbox. */
export const inboxQuery = (offset = 0, limit = inboxPage) =>
  queryOptions({
    queryKey: [...inboxKey, offset, limit],
    queryFn: ({ signal }) => request<Inbox>(`/inbox?limit=${limit}&offset=${offset}`, { signal }),
    refetchInterval: 60_000,
    refetchOnWindowFocus: 'always',
  })

export const markRead = (id: string, read: boolean): Promise<void> =>
  request(`/inbox/${encodeURIComponent(id)}`, { method: 'PUT', body: { read } })
export const markAllRead = (): Promise<void> => request('/inbox/read', { method: 'POST' })
