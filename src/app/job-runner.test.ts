import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Job } from '../contract/jobs.ts'
import { openSqliteState } from '../state/open-sqlite-state.ts'
import type { StateStore } from '../state/state-store.ts'
import { localOwner } from './actor.ts'
import { JobRunner, type Work, type WorkContext } from './job-runner.ts'
import { defaultLimits } from './limits.ts'
import { Refusal } from './refusal.ts'

let state: StateStore
let jobs: JobRunner
let logged: unknown[]
const page = { limit: 100, offset: 0 }

function runner(): JobRunner {
  let clock = 1000
  let ids = 0
  const world = { now: () => (clock += 1), newId: () => `job-${(ids += 1)}` }
  return new JobRunner({
    store: state.jobs,
    world,
    limits: { ...defaultLimits, runningJobs: 2, waitingJobs: 2 },
    log: (_message, error) => void logged.push(error),
  })
}

/** Work that goes on until the test ends it. */
function held(): {
  readonly work: Work
  readonly started: Promise<WorkContext>
  readonly finish: () => void
  readonly fail: (error: unknown) => void
} {
  const begun = Promise.withResolvers<WorkContext>()
  const ended = Promise.withResolvers<void>()
  const work: Work = {
    kind: 'import',
    title: 'Held',
    run: async (context) => {
      begun.resolve(context)
      context.signal.addEventListener('abort', () => ended.reject(context.signal.reason))
      await ended.promise
      return { import: 1 }
    },
  }
  return { work, started: begun.promise, finish: () => ended.resolve(), fail: ended.reject }
}

/** Resolves with the job when it has ended. */
const ended = (id: string): Promise<Job> =>
  new Promise((resolve, reject) => {
    jobs.follow(localOwner, id, (job) => (job.state === 'queued' || job.state === 'running' ? undefined : resolve(job))).catch(reject)
  })

beforeEach(async () => {
  logged = []
  state = await openSqliteState(':memory:')
  jobs = runner()
})
afterEach(async () => {
  await jobs.close()
  await state.close()
})

describe('the job runner', () => {
  test('runs two at a time and the others in the order they came', async () => {
    const works = [held(), held(), held(), held()]
    const started: number[] = []
    works.forEach(
      (work, index) =>
        void work.started.then(
          () => started.push(index),
          () => undefined,
        ),
    )
    const ids = []
    for (const { work } of works) ids.push((await jobs.start(localOwner, work)).id)
    await Promise.all([works[0]?.started, works[1]?.started])
    expect(started).toEqual([0, 1])
    expect((await jobs.get(localOwner, ids[2] ?? '')).state).toBe('queued')
    works[1]?.finish()
    await works[2]?.started
    expect(started).toEqual([0, 1, 2])
    works.forEach((work) => work.finish())
    for (const id of ids) expect((await ended(id)).state).toBe('done')
  })

  test('refuses a job when too many wait', async () => {
    for (let i = 0; i < 4; i++) await jobs.start(localOwner, held().work)
    await expect(jobs.start(localOwner, held().work)).rejects.toMatchObject({ code: 'too_many_jobs' })
  })

  test('tells a follower the present state, progress and the end, once each', async () => {
    const { work, started, finish } = held()
    const { id } = await jobs.start(localOwner, work)
    const context = await started
    const seen: Job[] = []
    await jobs.follow(localOwner, id, (job) => seen.push(job))
    context.progress({ phase: 'Reading rows', done: 5, total: 10, unit: 'bytes', rows: 1 })
    finish()
    const last = await ended(id)
    expect(last).toMatchObject({ state: 'done', result: { import: 1 } })
    expect(seen.at(-1)).toEqual(last)
    expect(seen.some((job) => job.state === 'running' && job.progress?.done === 5)).toBe(true)
    expect(seen.filter((job) => job.state === 'done')).toHaveLength(1)
  })

  test('stops a running job when it is cancelled, and never starts one that is cancelled while it waits', async () => {
    const [first, second, waiting] = [held(), held(), held()]
    let begun = false
    void waiting.started.then(() => (begun = true))
    const { id } = await jobs.start(localOwner, first.work)
    await jobs.start(localOwner, second.work)
    const queued = await jobs.start(localOwner, waiting.work)
    expect((await jobs.cancel(localOwner, queued.id)).state).toBe('cancelled')
    await first.started
    await jobs.cancel(localOwner, id)
    expect((await ended(id)).state).toBe('cancelled')
    second.finish()
    expect((await jobs.get(localOwner, queued.id)).state).toBe('cancelled')
    expect(begun).toBe(false)
  })

  test('calls a job done that finished before it noticed that it was cancelled', async () => {
    const begun = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const run = async () => {
      begun.resolve()
      await go.promise
      return { import: 3 }
    }
    const { id } = await jobs.start(localOwner, { kind: 'import', title: 'Deaf', run })
    await begun.promise
    await jobs.cancel(localOwner, id)
    go.resolve()
    expect(await ended(id)).toMatchObject({ state: 'done', result: { import: 3 } })
  })

  test('tells why a job failed, and keeps the cause of a bug to the log', async () => {
    const refused = await jobs.start(localOwner, {
      kind: 'import',
      title: 'Refused',
      run: () => Promise.reject(new Refusal('bad_recipe', 'line 3: no such column', [{ line: 3, message: 'no such column' }])),
    })
    const broken = await jobs.start(localOwner, {
      kind: 'import',
      title: 'Broken',
      run: () => Promise.reject(new TypeError('secret detail')),
    })
    expect(await ended(refused.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'bad_recipe', message: 'line 3: no such column', details: [{ line: 3 }] },
    })
    const job = await ended(broken.id)
    expect(job).toMatchObject({ state: 'failed', problem: { code: 'internal_error' } })
    expect(JSON.stringify(job)).not.toContain('secret detail')
    expect(String(logged)).toContain('secret detail')
  })

  test('remembers what ran when it closes as interrupted', async () => {
    const works = [held(), held(), held()]
    for (const { work } of works) await jobs.start(localOwner, work)
    await works[0]?.started
    await jobs.close()
    expect((await state.jobs.list(1, page)).rows.map((job) => job.state)).toEqual(['interrupted', 'interrupted', 'interrupted'])
    await expect(jobs.start(localOwner, held().work)).rejects.toMatchObject({ code: 'shutting_down' })
  })

  test('marks jobs interrupted that a killed process left running, and says what to do', async () => {
    await state.jobs.add(1, {
      id: 'old',
      kind: 'import',
      title: 'Import a.csv',
      by: 'Owner',
      state: 'running',
      createdAt: 1,
      startedAt: 2,
      endedAt: null,
      result: null,
      problem: null,
    })
    await jobs.recover()
    expect(await jobs.get(localOwner, 'old')).toMatchObject({
      state: 'interrupted',
      problem: { code: 'interrupted', message: expect.stringContaining('Start it again') as string },
    })
  })

  test('hides jobs from other workspaces', async () => {
    const { work, finish } = held()
    const { id } = await jobs.start(localOwner, work)
    const stranger = { ...localOwner, workspace: 2 }
    await expect(jobs.get(stranger, id)).rejects.toMatchObject({ code: 'job_not_found' })
    await expect(jobs.cancel(stranger, id)).rejects.toMatchObject({ code: 'job_not_found' })
    await expect(jobs.follow(stranger, id, () => undefined)).rejects.toMatchObject({ code: 'job_not_found' })
    expect((await jobs.list(stranger, page)).total).toBe(0)
    finish()
    expect((await ended(id)).state).toBe('done')
  })
})
