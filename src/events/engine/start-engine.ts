import { fork, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { EventStoreError } from '../event-store-error.ts'
import { claimDirectory, ownerIsGone } from './directory-owner.ts'
import { engineConfig, type EngineLimits } from './engine-config.ts'

/** The engine process and its socket; restarts by itself after a crash. */
export interface Engine {
  readonly socket: string
  /** Resolves once the engine answers; rejects when it cannot be started. */
  ready(): Promise<void>
  /** For who found process `pid` gone: resolves when its successor answers. */
  recovered(pid: number | undefined): Promise<void>
  /** Process id of the engine now running. */
  readonly pid: number | undefined
  stop(): Promise<void>
}

type Life =
  | { readonly state: 'starting' | 'running'; readonly child: ChildProcess; readonly ready: Promise<void> }
  /** Crashed too often to be started again unasked; the next request starts it. */
  | { readonly state: 'resting' }
  | { readonly state: 'stopped' }

/** Starts the embedded engine on a data directory. Rejects with `data_directory_in_use` when another process has it. */
export async function startEngine(directory: string, limits: EngineLimits): Promise<Engine> {
  await mkdir(join(directory, 'engine'), { recursive: true })
  await mkdir(join(directory, 'engine-tmp'), { recursive: true })
  const config = join(directory, 'engine.xml')
  await writeFile(config, engineConfig(limits, join(directory, 'engine-tmp')))
  // In the system's temporary folder: a socket's path may have 107 characters only.
  const socket = join(tmpdir(), `wend-${process.pid}-${randomBytes(6).toString('hex')}.sock`)
  const failures: number[] = []
  let life: Life = launch()

  function launch(): Extract<Life, { readonly child: ChildProcess }> {
    const child = fork(join(import.meta.dirname, 'engine-process.ts'), [join(directory, 'engine'), socket, config], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      // The engine needs the whole environment; only the number of threads for its calls differs.
      // oxlint-disable-next-line node/no-process-env
      env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    const ready = started(child, directory)
    ready.then(
      () => {
        if (life.state === 'starting' && life.child === child) life = { state: 'running', child, ready }
      },
      () => undefined,
    )
    child.once('exit', () => {
      if (life.state === 'stopped' || life.state === 'resting' || life.child !== child) return
      failures.push(performance.now())
      const recent = failures.filter((at) => performance.now() - at < 60_000).length
      life = life.state === 'running' && recent <= 5 ? launch() : { state: 'resting' }
    })
    return { state: 'starting', child, ready }
  }

  await firstReady()
  await claimDirectory(directory)
  return {
    socket,
    ready,
    async recovered(pid) {
      // A connection can fail a moment before the process is reported dead.
      if ('child' in life && life.child.pid === pid) await gone(life.child)
      await ready()
    },
    get pid() {
      return 'child' in life ? life.child.pid : undefined
    },
    async stop() {
      const child = 'child' in life ? life.child : undefined
      life = { state: 'stopped' }
      child?.kill('SIGTERM')
      if (child) await gone(child)
      await rm(socket, { force: true })
    },
  }

  /** The engine of a process that was killed may need a moment to end. */
  async function firstReady(): Promise<void> {
    for (let left = 100; ; left--) {
      try {
        return await ready()
      } catch (error) {
        const inUse = error instanceof EventStoreError && error.code === 'data_directory_in_use'
        if (!inUse || left === 0 || !(await ownerIsGone(directory))) throw error
        await after(100)
      }
    }
  }

  function ready(): Promise<void> {
    if (life.state === 'stopped') return Promise.reject(new EventStoreError('engine_stopped', 'The event store is closed.'))
    if (life.state !== 'resting') return life.ready
    const again = launch()
    life = again
    return again.ready
  }
}

function gone(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', resolve))
}

function started(child: ChildProcess, directory: string): Promise<void> {
  let said = ''
  child.stderr?.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)))
  return new Promise((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('exit', () => reject(cannotStart(said, directory)))
  })
}

function cannotStart(said: string, directory: string): EventStoreError {
  if (/Code: 76|CANNOT_OPEN_FILE.*lock|Cannot lock file/i.test(said))
    return new EventStoreError(
      'data_directory_in_use',
      `Another Wend process is using the data directory ${directory}. Stop it, or name another directory with --data.`,
    )
  return new EventStoreError(
    'engine_stopped',
    `The event engine did not start on ${directory}: ${said.trim().split('\n').at(-1) ?? 'no message'}`,
  )
}
