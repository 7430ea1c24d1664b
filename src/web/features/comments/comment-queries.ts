import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Thread, ThreadCounts, ThreadList, ThreadTarget } from '../../../contract/comments.ts'
import { request } from '../../api/request.ts'

export type CommentTarget = Pick<ThreadTarget, 'kind' | 'id'>
export interface ThreadsShown {
  readonly state: 'open' | 'resolved'
  readonly target: CommentTarget | null
  readonly offset: number
}

export const threadsPage = 20
/** Everything about a map's comments begins with this key: a live "comments" asks for it again. */
export const commentsKey = (mapId: string) => ['map', mapId, 'comments'] as const
const root = (mapId: string): string => `/maps/${encodeURIComponent(mapId)}/threads`

export const threadsQuery = (mapId: string, { state, target, offset }: ThreadsShown) =>
  queryOptions({
    queryKey: [...commentsKey(mapId), 'list', state, target, offset],
    queryFn: ({ signal }) => {
      const about = target ? `&kind=${target.kind}&target=${encodeURIComponent(target.id)}` : ''
      return request<ThreadList>(`${root(mapId)}?state=${state}&limit=${threadsPage}&offset=${offset}${about}`, { signal })
    },
    // The live connection tells of changes; a page that was away asks again.
    refetchOnWindowFocus: 'always',
  })

export const countsQuery = (mapId: string) =>
  queryOptions({
    queryKey: [...commentsKey(mapId), 'counts'],
    queryFn: ({ signal }) => request<ThreadCounts>(`${root(mapId)}/counts`, { signal }),
    refetchOnWindowFocus: 'always',
  })

/** The earlier comments of a long thread, after the first one. */
export const earlierComments = (
  mapId: string,
  thread: string,
  page: { readonly offset: number; readonly limit: number },
): Promise<Thread> => request<Thread>(`${root(mapId)}/${thread}?offset=${page.offset}&limit=${page.limit}`)

export type CommentAction =
  | { readonly kind: 'start'; readonly target: CommentTarget; readonly text: string }
  | { readonly kind: 'reply'; readonly thread: string; readonly text: string }
  | { readonly kind: 'edit'; readonly thread: string; readonly comment: number; readonly text: string }
  | { readonly kind: 'delete'; readonly thread: string; readonly comment: number }
  | { readonly kind: 'resolve'; readonly thread: string; readonly resolved: boolean }

/** Does what people do to comments; what is shown is asked again afterwards. */
export function useCommentAction(mapId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: CommentAction) => act(root(mapId), action),
    onSettled: () => client.invalidateQueries({ queryKey: commentsKey(mapId) }),
  })
}

function act(path: string, action: CommentAction): Promise<unknown> {
  switch (action.kind) {
    case 'start':
      return request(path, { method: 'POST', body: { target: action.target, text: action.text } })
    case 'reply':
      return request(`${path}/${action.thread}/comments`, { method: 'POST', body: { text: action.text } })
    case 'edit':
      return request(`${path}/${action.thread}/comments/${action.comment}`, { method: 'PUT', body: { text: action.text } })
    case 'delete':
      return request(`${path}/${action.thread}/comments/${action.comment}`, { method: 'DELETE' })
    case 'resolve':
      return request(`${path}/${action.thread}`, { method: 'PUT', body: { resolved: action.resolved } })
  }
}
