import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { MapFamily } from '../../../contract/map-making.ts'
import { request } from '../../api/request.ts'

export const familyQuery = (mapId: string) =>
  queryOptions({
    queryKey: ['map', mapId, 'family'],
    queryFn: ({ signal }) => request<MapFamily>(`/maps/${mapId}/parents`, { signal }),
  })

/** The way down to this map: all maps, then each map with a step that opens the next. */
export function MapTrail({ mapId }: { readonly mapId: string }) {
  const family = useQuery(familyQuery(mapId)).data
  const trail = family?.trail ?? []
  const last = trail.at(-1)?.id
  const others = (family?.parents ?? []).filter(({ id }) => id !== last)
  return (
    <nav className="map-trail small" aria-label="Where this map belongs">
      <ol>
        <li>
          <Link to="/maps">Maps</Link>
        </li>
        {trail.map(({ id, title }) => (
          <li key={id}>
            <ChevronRight size={12} aria-hidden />
            <Link to="/maps/$map" params={{ map: id }}>
              {title}
            </Link>
          </li>
        ))}
        {others.length === 0 ? null : (
          <li className="faint">
            also in{' '}
            {others.slice(0, 3).map(({ id, title }) => (
              <Link key={id} to="/maps/$map" params={{ map: id }}>
                {title}
              </Link>
            ))}
            {others.length > 3 ? ` and ${others.length - 3} more` : ''}
          </li>
        )}
      </ol>
    </nav>
  )
}
