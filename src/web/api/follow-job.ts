import type { Job } from '../../contract/jobs.ts'
import { apiRoot, request } from './request.ts'
import { hasEnded } from './use-job.ts'

/** Follows a job by server-sent events; resolves with it once it has ended. Rejects when the signal aborts. */
export function followJob(
  id: string,
  { signal, onChange }: { readonly signal: AbortSignal; readonly onChange: (job: Job) => void },
): Promise<Job> {
  const { promise, resolve, reject } = Promise.withResolvers<Job>()
  const stream = new EventSource(`${apiRoot}/jobs/${id}/events`)
  const take = (job: Job): void => {
    onChange(job)
    if (hasEnded(job)) resolve(job)
  }
  stream.addEventListener('job', (event) => take(JSON.parse((event as MessageEvent<string>).data) as Job))
  // A stream that the server refuses for good is not retried by the browser: ask once instead.
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) request<Job>(`/jobs/${id}`).then(take, reject)
  }
  signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
  return promise.finally(() => stream.close())
}
