import { errors } from '../contract/errors.ts'
import type { Job, JobKind, JobProgress, JobResult } from '../contract/jobs.ts'
import type { Problem } from '../contract/problem.ts'
import type { StoredJob } from '../state/state-store.ts'

/** A stored job, and how far it is, as the contract shows it. */
export function presentJob(stored: StoredJob, progress: JobProgress | null): Job {
  const line = { id: stored.id, kind: stored.kind as JobKind, title: stored.title, by: stored.by, createdAt: stored.createdAt }
  const startedAt = stored.startedAt ?? stored.createdAt
  const endedAt = stored.endedAt ?? startedAt
  switch (stored.state) {
    case 'queued':
      return { ...line, state: 'queued' }
    case 'running':
      return { ...line, state: 'running', startedAt, progress }
    case 'done':
      return { ...line, state: 'done', startedAt, endedAt, result: (stored.result ?? {}) as JobResult }
    case 'failed':
      return { ...line, state: 'failed', startedAt, endedAt, problem: problemOr(stored, 'internal_error') }
    case 'cancelled':
      return { ...line, state: 'cancelled', endedAt }
    case 'interrupted':
      return { ...line, state: 'interrupted', endedAt, problem: problemOr(stored, 'interrupted') }
  }
}

const problemOr = (stored: StoredJob, code: 'internal_error' | 'interrupted'): Problem =>
  (stored.problem as Problem | null) ?? { code, message: errors[code].sentence, details: [] }
