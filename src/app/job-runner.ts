import { errors } from '../contract/errors.ts'
import type { Job, JobKind, JobProgress, JobResult } from '../contract/jobs.ts'
import type { Page } from '../contract/page.ts'
import type { Problem } from '../contract/problem.ts'
import type { JobStore, Paged, StoredJob } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import type { Limits } from './limits.ts'
import { presentJob } from './present-job.ts'
import { problemOf } from './problem-of.ts'
import { Refusal } from './refusal.ts'
import type { Log } from './wend.ts'
import type { World } from './world.ts'

/** Long work. `run` must stop soon after its signal aborts. */
export interface Work {
  readonly kind: JobKind
  readonly title: string
  readonly run: (context: WorkContext) => Promise<JobResult>
}
export interface WorkContext {
  readonly signal: AbortSignal
  readonly progress: (progress: JobProgress) => void
}
export type JobListener = (job: Job) => void

interface LiveJob {
  readonly workspace: number
  readonly work: Work
  readonly controller: AbortController
  readonly listeners: Set<JobListener>
  stored: StoredJob<JobResult, Problem>
  progress: JobProgress | null
}

export interface JobRunnerParts {
  readonly store: JobStore
  readonly world: World
  readonly limits: Limits
  readonly log: Log
}

const interrupted: Problem = { code: 'interrupted', message: errors.interrupted.sentence, details: [] }

/** Runs a bounded number of jobs at a time, first come first served, and remembers how they ended. */
export class JobRunner {
  readonly #parts: JobRunnerParts
  readonly #live = new Map<string, LiveJob>()
  readonly #waiting: LiveJob[] = []
  readonly #running = new Set<Promise<void>>()
  #closing = false

  constructor(parts: JobRunnerParts) {
    this.#parts = parts
  }

  /** Ends the jobs that an earlier process left behind. Call once, before the first job. */
  async recover(): Promise<void> {
    await this.#parts.store.interruptAll(this.#parts.world.now(), interrupted)
  }

  /** Queues the work. Rejects with `too_many_jobs` or `shutting_down`. */
  async start(actor: Actor, work: Work): Promise<Job> {
    if (this.#closing) throw new Refusal('shutting_down')
    if (this.#waiting.length >= this.#parts.limits.waitingJobs) throw new Refusal('too_many_jobs')
    const { world, store } = this.#parts
    const stored = {
      id: world.newId(),
      kind: work.kind,
      title: work.title,
      by: actor.person.name,
      state: 'queued',
      createdAt: world.now(),
      startedAt: null,
      endedAt: null,
      result: null,
      problem: null,
    } as const
    const live: LiveJob = {
      workspace: actor.workspace,
      work,
      controller: new AbortController(),
      listeners: new Set(),
      stored,
      progress: null,
    }
    this.#live.set(stored.id, live)
    try {
      await store.add(actor.workspace, stored)
    } catch (error) {
      this.#forget(live)
      throw error
    }
    this.#waiting.push(live)
    if (this.#closing) await this.#end(live, { state: 'interrupted', problem: interrupted })
    this.#startNext()
    return presentJob(stored, null)
  }

  /** Rejects with `job_not_found`. */
  async get(actor: Actor, id: string): Promise<Job> {
    const live = this.#liveOf(actor, id)
    if (live) return presentJob(live.stored, live.progress)
    const stored = await this.#parts.store.get(actor.workspace, id)
    if (!stored) throw new Refusal('job_not_found')
    return presentJob(stored, null)
  }

  /** Newest first. */
  async list(actor: Actor, page: Page): Promise<Paged<Job>> {
    const { total, rows } = await this.#parts.store.list(actor.workspace, page)
    return { total, rows: rows.map((row) => this.#presentNow(actor, row)) }
  }

  /** Tells the listener the job's state at once and at every change, the end included. Returns how to stop. Rejects with `job_not_found`. */
  async follow(actor: Actor, id: string, listener: JobListener): Promise<() => void> {
    const live = this.#liveOf(actor, id)
    listener(await this.get(actor, id))
    if (!live) return () => undefined
    live.listeners.add(listener)
    // It may have changed while it was read.
    listener(presentJob(live.stored, live.progress))
    return () => void live.listeners.delete(listener)
  }

  /** Asks a job to stop; one that waits is cancelled at once. Rejects with `job_not_found`. */
  async cancel(actor: Actor, id: string): Promise<Job> {
    const live = this.#liveOf(actor, id)
    if (live) {
      live.controller.abort(new DOMException('cancelled', 'AbortError'))
      if (this.#waiting.includes(live)) await this.#end(live, { state: 'cancelled' })
    }
    return this.get(actor, id)
  }

  /** Takes no more jobs, stops those that run and waits for them; they are remembered as interrupted. */
  async close(): Promise<void> {
    this.#closing = true
    // Ending a job takes it off the queue.
    for (let live = this.#waiting[0]; live; live = this.#waiting[0]) await this.#end(live, { state: 'interrupted', problem: interrupted })
    for (const live of this.#live.values()) live.controller.abort(new DOMException('shutting down', 'AbortError'))
    await Promise.all(this.#running)
  }

  #startNext(): void {
    while (!this.#closing && this.#running.size < this.#parts.limits.runningJobs) {
      const live = this.#waiting.shift()
      if (!live) return
      const run = this.#run(live).finally(() => {
        this.#running.delete(run)
        this.#startNext()
      })
      this.#running.add(run)
    }
  }

  async #run(live: LiveJob): Promise<void> {
    const { signal } = live.controller
    await this.#write(live, { state: 'running', startedAt: this.#parts.world.now() })
    try {
      signal.throwIfAborted()
      const result = await live.work.run({ signal, progress: (progress) => this.#advance(live, progress) })
      await this.#end(live, { state: 'done', result })
    } catch (error) {
      await this.#end(live, this.#failure(live, error))
    }
  }

  #failure(live: LiveJob, error: unknown): Partial<LiveJob['stored']> {
    if (live.controller.signal.aborted) return this.#closing ? { state: 'interrupted', problem: interrupted } : { state: 'cancelled' }
    const { problem, unexpected } = problemOf(error)
    if (unexpected) this.#parts.log(`job ${live.stored.id} (${live.stored.title}) failed`, error)
    return { state: 'failed', problem }
  }

  #advance(live: LiveJob, progress: JobProgress): void {
    if (live.stored.state !== 'running') return
    live.progress = progress
    this.#tell(live)
  }

  async #end(live: LiveJob, change: Partial<LiveJob['stored']>): Promise<void> {
    this.#forgetWaiting(live)
    await this.#write(live, { ...change, endedAt: this.#parts.world.now() })
    this.#forget(live)
    try {
      await this.#parts.store.forgetOld(live.workspace, this.#parts.limits.rememberedJobs)
    } catch (error) {
      this.#parts.log('old jobs could not be cleared away', error)
    }
  }

  async #write(live: LiveJob, change: Partial<LiveJob['stored']>): Promise<void> {
    live.stored = { ...live.stored, ...change }
    try {
      await this.#parts.store.update(live.workspace, live.stored)
    } catch (error) {
      // The work itself goes on: only the note about it is lost, and the next start marks the job interrupted.
      this.#parts.log(`the state of job ${live.stored.id} could not be written`, error)
    }
    this.#tell(live)
  }

  #tell(live: LiveJob): void {
    const job = presentJob(live.stored, live.progress)
    for (const listener of live.listeners) listener(job)
  }

  #liveOf(actor: Actor, id: string): LiveJob | undefined {
    const live = this.#live.get(id)
    return live?.workspace === actor.workspace ? live : undefined
  }

  #presentNow(actor: Actor, row: StoredJob): Job {
    const live = this.#liveOf(actor, row.id)
    return presentJob(live?.stored ?? row, live?.progress ?? null)
  }

  #forget(live: LiveJob): void {
    this.#live.delete(live.stored.id)
    this.#forgetWaiting(live)
  }

  #forgetWaiting(live: LiveJob): void {
    const place = this.#waiting.indexOf(live)
    if (place >= 0) this.#waiting.splice(place, 1)
  }
}
