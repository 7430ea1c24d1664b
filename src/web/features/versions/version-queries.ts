import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Comparison, Restored, VersionLine, VersionList, VersionRecord } from '../../../contract/versions.ts'
import { request } from '../../api/request.ts'

export const versionsPage = 50
/** Everything about a map's versions begins with this key: a live "versions" asks for it again. */
export const versionsKey = (mapId: string) => ['map', mapId, 'versions'] as const
const root = (mapId: string): string => `/maps/${encodeURIComponent(mapId)}/versions`

export const versionsQuery = (mapId: string, offset: number) =>
  queryOptions({
    queryKey: [...versionsKey(mapId), 'list', offset],
    queryFn: ({ signal }) => request<VersionList>(`${root(mapId)}?limit=${versionsPage}&offset=${offset}`, { signal }),
    refetchOnWindowFocus: 'always',
  })

/** An earlier version with its map, to look at. */
export const versionQuery = (mapId: string, versionId: string) =>
  queryOptions({
    queryKey: [...versionsKey(mapId), 'one', versionId],
    queryFn: ({ signal }) => request<VersionRecord>(`${root(mapId)}/${encodeURIComponent(versionId)}`, { signal }),
    staleTime: Infinity,
  })

export interface Pair {
  readonly from: string
  /** Id of a version, or `now`. */
  readonly to: string
}
export const comparedAtOnce = 500
export const compareQuery = (mapId: string, { from, to }: Pair, offset: number) =>
  queryOptions({
    queryKey: [...versionsKey(mapId), 'compare', from, to, offset],
    queryFn: ({ signal }) =>
      request<Comparison>(`${root(mapId)}/compare?from=${from}&to=${to}&limit=${comparedAtOnce}&offset=${offset}`, { signal }),
    placeholderData: keepPreviousData,
    // The map goes on changing: what it is compared with now is asked each time.
    staleTime: to === 'now' ? 0 : Infinity,
  })

export type VersionAction =
  | { readonly kind: 'keep'; readonly name: string }
  | { readonly kind: 'rename'; readonly version: string; readonly name: string }
  | { readonly kind: 'delete'; readonly version: string }
  | { readonly kind: 'restore'; readonly version: string }

/** Does what people do to versions; resolves with the version kept before a restore. */
export function useVersionAction(mapId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (action: VersionAction) => act(root(mapId), action),
    onSettled: () => client.invalidateQueries({ queryKey: ['map', mapId] }),
  })
}

async function act(path: string, action: VersionAction): Promise<Restored | undefined> {
  switch (action.kind) {
    case 'keep':
      await request<VersionLine>(path, { method: 'POST', body: { name: action.name } })
      return undefined
    case 'rename':
      await request<VersionLine>(`${path}/${action.version}`, { method: 'PUT', body: { name: action.name } })
      return undefined
    case 'delete':
      await request(`${path}/${action.version}`, { method: 'DELETE' })
      return undefined
    case 'restore':
      return request<Restored>(`${path}/${action.version}/restore`, { method: 'POST' })
  }
}
