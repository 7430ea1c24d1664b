import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { DefinitionChoice } from '../../../contract/definitions.ts'
import type { Job, JobProgress } from '../../../contract/jobs.ts'
import type { MethodAnswer, MethodName, MethodQuestion } from '../../../journey/method.ts'
import { followJob } from '../../api/follow-job.ts'
import { request } from '../../api/request.ts'
import { cancelJob } from '../../api/use-job.ts'
import { askedBy } from './asked.ts'
import { useDefinition, useExplore } from './use-explore.ts'

type Own<Q> = Q extends MethodQuestion ? Omit<Q, 'events' | 'journeys'> : never

/** A method that is being asked, or its answer. */
export interface AskedMethod<Name extends MethodName> {
  readonly query: UseQueryResult<MethodAnswer<Name>>
  /** The whole question, filters included. */
  readonly question: MethodQuestion<Name>
  /** How far it is; null before the first word of it. */
  readonly progress: JobProgress | null
  /** It is not yet known under which definition to ask, or whether to ask at all. */
  readonly waiting: boolean
  /** Stops it; asking again starts it anew. */
  readonly cancel: () => void
}

/** Asks a method under the filters in the address, as a job with progress. Leaving the page stops it. */
export function useMethod<Name extends MethodName>(own: Own<MethodQuestion<Name>>, enabled = true): AskedMethod<Name> {
  const { search } = useExplore()
  const { groupBy: _groupBy, ...filters } = askedBy(search)
  const key = JSON.stringify({ ...own, ...filters })
  const question = useMemo(() => JSON.parse(key) as MethodQuestion<Name>, [key])
  const { definition, known } = useDefinition()
  const [progress, setProgress] = useState<JobProgress | null>(null)
  const client = useQueryClient()
  const queryKey = useMemo(() => ['events', 'method', definition ?? null, question], [definition, question])
  const query = useQuery({
    queryKey,
    queryFn: ({ signal }) => askByJob<Name>({ question, definition, signal, onProgress: setProgress }),
    staleTime: 5 * 60_000,
    retry: false,
    enabled: enabled && known,
  })
  const cancel = useCallback(() => void client.cancelQueries({ queryKey }), [client, queryKey])
  return { query, question, progress: query.isFetching ? progress : null, waiting: !(enabled && known), cancel }
}

interface AskByJob<Name extends MethodName> {
  readonly question: MethodQuestion<Name>
  readonly definition: DefinitionChoice | undefined
  readonly signal: AbortSignal
  readonly onProgress: (progress: JobProgress | null) => void
}

async function askByJob<Name extends MethodName>({
  question,
  definition,
  signal,
  onProgress,
}: AskByJob<Name>): Promise<MethodAnswer<Name>> {
  const body = { question, ...(definition === undefined ? {} : { definition }) }
  onProgress(null)
  const { job } = await request<{ readonly job: string }>('/ask/jobs', { method: 'POST', body })
  const ended = await followJob(job, { signal, onChange: (state) => onProgress(progressOf(state)) }).catch((error: unknown) => {
    if (signal.aborted) void cancelJob(job).catch(() => undefined)
    throw error
  })
  // A job that failed says why when the same is asked again; one that is done has its answer kept.
  if (ended.state === 'cancelled') throw new DOMException('cancelled', 'AbortError')
  return request<MethodAnswer<Name>>('/ask', { method: 'POST', body, signal })
}

const progressOf = (job: Job): JobProgress | null => (job.state === 'running' ? job.progress : null)
