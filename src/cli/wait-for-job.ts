import type { Wend } from '../app/wend.ts'
import type { Job } from '../contract/jobs.ts'
import type { CommandContext } from './context.ts'
import { Refused } from './failure.ts'

/** Waits until a job is done and returns its result, showing how far it is; cancels it when the command is cancelled. */
export async function waitForJob(
  { signal, progress }: Pick<CommandContext, 'signal' | 'progress'>,
  wend: Wend,
  id: string,
): Promise<Extract<Job, { state: 'done' }>['result']> {
  const [{ localOwner }, { followJob, cancelJob }] = await Promise.all([import('../app/actor.ts'), import('../app/jobs.ts')])
  const cancel = (): void => void cancelJob(localOwner, wend, id).catch(() => undefined)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    const ended = await new Promise<Job>((resolve, reject) => {
      const listener = (job: Job): void => {
        if (job.state === 'running' && job.progress) progress.report(job.progress)
        if (job.state !== 'queued' && job.state !== 'running') resolve(job)
      }
      followJob(localOwner, wend, { id, listener }).catch(reject)
    })
    signal.throwIfAborted()
    if (ended.state === 'done') return ended.result
    throw new Refused('problem' in ended ? ended.problem.message : `"${ended.title}" was cancelled.`)
  } finally {
    signal.removeEventListener('abort', cancel)
  }
}
