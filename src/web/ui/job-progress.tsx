import { useEffect, useRef, useState } from 'react'
import type { Job } from '../../contract/jobs.ts'
import { formatCount, formatDuration, formatNumber, formatShort } from '../../exports/format.ts'
import { ProblemError } from '../api/problem-error.ts'
import { cancelJob } from '../api/use-job.ts'
import { Button } from './button.tsx'
import { estimate } from './estimate.ts'
import { ProblemNotice } from './notice.tsx'

export interface JobProgressViewProps {
  readonly job: Job | null
  readonly id: string
  readonly onAgain?: () => void
}

/** How far long work is, how fast it goes and what is left; it can be cancelled. Ends in a sentence. */
export function JobProgressView({ job, id, onAgain }: JobProgressViewProps) {
  if (job?.state === 'failed' || job?.state === 'interrupted') {
    return (
      <div className="stack">
        <ProblemNotice error={new ProblemError(job.problem.code, job.problem.message, job.problem.details)} />
        {onAgain ? (
          <div>
            <Button onPress={onAgain}>Change something and try again</Button>
          </div>
        ) : null}
      </div>
    )
  }
  if (job?.state === 'cancelled') {
    return (
      <div className="stack" role="status">
        <p>This was cancelled before it was done.</p>
        {onAgain ? (
          <div>
            <Button onPress={onAgain}>Start again</Button>
          </div>
        ) : null}
      </div>
    )
  }
  return <Running job={job} id={id} />
}

function Running({ job, id }: { readonly job: Job | null; readonly id: string }) {
  const now = useNow()
  const progress = job?.state === 'running' ? job.progress : null
  const phase = job?.state === 'done' ? 'Done' : (progress?.phase ?? (job?.state === 'queued' ? 'Waiting for its turn' : 'Starting'))
  const started = job?.state === 'running' ? job.startedAt : now
  const guess = progress ? estimate({ done: progress.done, total: progress.total, elapsedMs: now - started }) : undefined
  const share = job?.state === 'done' ? 1 : (guess?.share ?? null)
  return (
    <div className="stack job">
      <div className="spread">
        <p aria-live="polite">
          <strong>{phase}</strong>
        </p>
        {job?.state === 'done' ? null : (
          <Button small onPress={() => void cancelJob(id)}>
            Cancel
          </Button>
        )}
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={job?.title ?? 'Progress'}
        aria-valuemin={0}
        aria-valuemax={100}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
        data-unknown={share === null || undefined}
      >
        <span style={{ width: `${(share ?? 0.3) * 100}%` }} />
      </div>
      <p className="small soft numeric">
        {progress && progress.rows > 0 ? `${formatCount(progress.rows)} rows` : ''}
        {guess?.perSecond
          ? ` · ${progress?.unit === 'bytes' ? `${formatNumber(guess.perSecond / 1e6, 1)} MB` : `${formatShort(guess.perSecond)} ${progress?.unit ?? ''}`} a second`
          : ''}
        {guess?.leftMs === undefined ? '' : ` · about ${formatDuration(guess.leftMs)} left`}
      </p>
    </div>
  )
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  const timer = useRef<ReturnType<typeof setInterval>>(undefined)
  useEffect(() => {
    timer.current = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer.current)
  }, [])
  return now
}
