import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Job } from '../../contract/jobs.ts'
import { apiRoot, request } from './request.ts'

export const hasEnded = (job: Job): boolean => job.state !== 'queued' && job.state !== 'running'

/** Follows a job to its end by server-sent events; null until the first word of it. When it ends, what it changed is asked again. */
export function useJob(id: string | undefined): Job | null {
  const [job, setJob] = useState<Job | null>(null)
  const client = useQueryClient()
  useEffect(() => {
    setJob(null)
    if (id === undefined) return
    const stream = new EventSource(`${apiRoot}/jobs/${id}/events`)
    const take = (next: Job): void => {
      setJob(next)
      if (!hasEnded(next)) return
      stream.close()
      void client.invalidateQueries()
    }
    stream.addEventListener('job', (event) => take(JSON.parse((event as MessageEvent<string>).data) as Job))
    // A stream that the server refuses for good is not retried by the browser: ask once instead.
    stream.onerror = () => {
      if (stream.readyState === EventSource.CLOSED) void request<Job>(`/jobs/${id}`).then(take, () => undefined)
    }
    return () => stream.close()
  }, [id, client])
  return job?.id === id ? job : null
}

export const cancelJob = (id: string): Promise<Job> => request<Job>(`/jobs/${id}`, { method: 'DELETE' })
