import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../app/refusal.ts'
import type { Job } from '../contract/jobs.ts'

/** How many streams may be open at once, and how often a quiet one says that it lives. */
export interface StreamPlaces {
  readonly most: number
  readonly heartbeatMs: number
  open: number
}

type Follow = (listener: (job: Job) => void) => Promise<() => void>

/**
 * A job's states until it has ended. A slow reader skips states but always gets the last one.
 * Rejects with `too_many_streams` or what `follow` rejects with.
 */
export async function jobStates(follow: Follow, places: StreamPlaces, signal: AbortSignal): Promise<AsyncIterable<Job | 'heartbeat'>> {
  if (places.open >= places.most) throw new Refusal('too_many_streams')
  const latest = new Latest()
  const unfollow = await follow((job) => latest.put(job))
  places.open += 1
  return statesOf(latest, { heartbeatMs: places.heartbeatMs, signal, done: () => ((places.open -= 1), unfollow()) })
}

interface Streaming {
  readonly heartbeatMs: number
  readonly signal: AbortSignal
  readonly done: () => void
}

async function* statesOf(latest: Latest, { heartbeatMs, signal, done }: Streaming): AsyncGenerator<Job | 'heartbeat'> {
  try {
    while (!signal.aborted) {
      const job = latest.take()
      if (job) {
        yield job
        if (job.state !== 'queued' && job.state !== 'running') return
        continue
      }
      if (!(await latest.changed(heartbeatMs, signal)) && !signal.aborted) yield 'heartbeat'
    }
  } finally {
    done()
  }
}

/** Holds the newest value that nobody has taken. */
class Latest {
  #job: Job | undefined
  #wake: (() => void) | undefined

  put(job: Job): void {
    this.#job = job
    this.#wake?.()
  }

  take(): Job | undefined {
    const job = this.#job
    this.#job = undefined
    return job
  }

  /** False when nothing came within `ms` or the signal aborted. */
  async changed(ms: number, signal: AbortSignal): Promise<boolean> {
    if (this.#job) return true
    const timer = new AbortController()
    const came = new Promise<true>((resolve) => (this.#wake = () => resolve(true)))
    const late = wait(ms, false, { signal: AbortSignal.any([timer.signal, signal]), ref: false }).catch(() => false)
    const result = await Promise.race([came, late])
    timer.abort()
    return result
  }
}
