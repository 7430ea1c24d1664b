import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useLiveTopic } from '../../canvas/use-open-map.ts'
import { commentsKey, countsQuery } from './comment-queries.ts'

/**
 * Open threads by the id of the card, stage or map that they are about; without those that have none. While it is in use,
 * everything that shows comments of the map is renewed when somebody else writes.
 */
export function useCommentCounts(mapId: string): ReadonlyMap<string, number> {
  const client = useQueryClient()
  useLiveTopic(mapId, 'comments', () => void client.invalidateQueries({ queryKey: commentsKey(mapId) }))
  const { data } = useQuery(countsQuery(mapId))
  return useMemo(() => new Map((data?.rows ?? []).filter((row) => row.open > 0).map((row) => [row.id, row.open])), [data])
}
