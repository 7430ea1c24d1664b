import './activity.css'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { Activity, ActivityGroup } from '../../../contract/activity.ts'
import { formatCount } from '../../../exports/format.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/empty.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { formatMoment } from '../../ui/zone-time.ts'
import { PersonBadge } from '../people/person-badge.tsx'
import { usePeople } from '../people/people-queries.ts'

const activityKey = (mapId: string) => ['map', mapId, 'activity'] as const

/** Who changed what on a map, newest first: one entry a person and minute. */
export function ActivityList({ mapId }: { readonly mapId: string }) {
  const people = usePeople()
  const query = useInfiniteQuery({
    queryKey: activityKey(mapId),
    queryFn: ({ pageParam, signal }) =>
      request<Activity>(`/maps/${mapId}/activity?limit=50${pageParam === null ? '' : `&before=${pageParam}`}`, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
  })
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Skeleton rows={6} label="Reading what people changed" />
  const groups = query.data.pages.flatMap((page) => page.rows)
  if (groups.length === 0)
    return <p className="soft">Nobody has changed this map yet. What people add, write or move is listed here, with who did it and when.</p>
  return (
    <div className="stack">
      <ol className="activity">
        {groups.map((group) => (
          <li key={`${group.by}/${group.to}/${group.from}`}>
            <PersonBadge person={{ id: people.find((person) => person.name === group.by)?.id ?? null, name: group.by }} small />
            <div>
              <p>
                <strong>{group.by}</strong> <time dateTime={new Date(group.to).toISOString()}>{formatMoment(group.to)}</time>
              </p>
              <p className="small">{sentence(group)}</p>
            </div>
          </li>
        ))}
      </ol>
      {query.hasNextPage ? (
        <div>
          <Button small isDisabled={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
            Earlier changes
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const named = 3

/** "Card “Too slow”, stage “Order” and 4 more", or that the map itself was changed. */
function sentence({ things, total }: ActivityGroup): string {
  if (total === 0) return 'The map’s title, summary or numbers'
  const first = things.slice(0, named).map(({ what, name }) => (name === null ? `a ${what} that is gone` : `${what} “${clipped(name)}”`))
  const rest = total - first.length
  const text = rest > 0 ? `${first.join(', ')} and ${formatCount(rest)} more` : first.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const clipped = (text: string): string => (text === '' ? 'empty' : text.length > 60 ? `${text.slice(0, 59)}…` : text)
