import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Skeleton } from './empty.tsx'
import { ProblemNotice } from './notice.tsx'

export interface LoadedProps<T> {
  readonly query: UseQueryResult<T>
  readonly rows?: number
  readonly children: (data: T) => ReactNode
}

/** Skeleton, problem or content; content that is being renewed stays, slightly faded. */
export function Loaded<T>({ query, rows, children }: LoadedProps<T>) {
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <Skeleton {...(rows === undefined ? {} : { rows })} />
  return (
    <div className={query.isPlaceholderData ? 'renewing' : undefined} aria-busy={query.isPlaceholderData}>
      {children(query.data)}
    </div>
  )
}
