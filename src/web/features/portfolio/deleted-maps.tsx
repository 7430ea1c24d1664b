import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import type { deletedMapListSchema } from '../../../contract/map-making.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatAgo } from '../../ui/zone-time.ts'

const deletedQuery = queryOptions({
  queryKey: ['maps', 'deleted'],
  queryFn: ({ signal }) => request<z.output<typeof deletedMapListSchema>>('/maps/deleted?limit=200', { signal }),
})

/** Deleted maps, folded away; each can come back. */
export function DeletedMaps({ now }: { readonly now: number }) {
  const deleted = useQuery(deletedQuery)
  const client = useQueryClient()
  const [error, setError] = useState<unknown>()
  const restore = async (id: string): Promise<void> => {
    setError(undefined)
    try {
      await request(`/maps/${id}/restore`, { method: 'POST', body: {} })
      await client.invalidateQueries({ queryKey: ['maps'] })
    } catch (problem) {
      setError(problem)
    }
  }
  if (!deleted.data || deleted.data.total === 0) return null
  return (
    <details className="deleted-maps">
      <summary>Deleted maps ({deleted.data.total})</summary>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <ul>
        {deleted.data.rows.map((map) => (
          <li key={map.id} className="row">
            <span dir="auto">{map.title}</span>
            <span className="small faint">
              {formatAgo(map.deletedAt, now)} by {map.deletedBy}
            </span>
            <Button small onPress={() => void restore(map.id)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
