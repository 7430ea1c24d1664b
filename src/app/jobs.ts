import type { Job } from '../contract/jobs.ts'
import type { Page } from '../contract/page.ts'
import type { Paged } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import type { JobListener } from './job-runner.ts'
import { demand } from './permission.ts'
import type { Wend } from './wend.ts'

/** Jobs, newest first. */
export async function listJobs(actor: Actor, wend: Wend, page: Page): Promise<Paged<Job>> {
  demand(actor, 'look')
  return wend.jobs.list(actor, page)
}

/** Refuses with `job_not_found`. */
export async function getJob(actor: Actor, wend: Wend, id: string): Promise<Job> {
  demand(actor, 'look')
  return wend.jobs.get(actor, id)
}

/** Tells the listener every state of the job from now on. Returns how to stop. Refuses with `job_not_found`. */
export async function followJob(
  actor: Actor,
  wend: Wend,
  { id, listener }: { readonly id: string; readonly listener: JobListener },
): Promise<() => void> {
  demand(actor, 'look')
  return wend.jobs.follow(actor, id, listener)
}

/** Asks a job to stop; one that has ended stays as it is. Refuses with `job_not_found`. */
export async function cancelJob(actor: Actor, wend: Wend, id: string): Promise<Job> {
  demand(actor, 'import')
  return wend.jobs.cancel(actor, id)
}
