import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LoggedUpdate, MapLogStore } from '../../state/map-log-store.ts'

/** An update that waits to be stored. */
export interface WaitingUpdate {
  readonly by: string
  readonly data: Uint8Array
  readonly touched: unknown
}

/** The map that an update is of. */
export interface LogTarget {
  readonly workspace: number
  readonly map: string
  /** Number of the last update that is stored. */
  readonly number: number
  /** Grows when waiting updates may no longer be stored, because one before them was lost. */
  readonly epoch: number
  /** The update is on disk; called in the order of the log, before anything else is stored. */
  stored(update: LoggedUpdate): void
  /** Nothing that waits was stored. */
  lost(error: unknown): void
}

interface Waiting {
  readonly target: LogTarget
  readonly epoch: number
  readonly update: WaitingUpdate
  readonly settle: (saved: boolean) => void
}

/** Updates stored in one transaction. */
const atOnce = 500

/**
 * Writes updates of all maps to the log. Those that arrive while a transaction is being written go together into the
 * next, so that many people cost one wait for the disk.
 */
export class UpdateLog {
  readonly #store: MapLogStore
  readonly #now: () => number
  #waiting: Waiting[] = []
  #running: Promise<void> | undefined

  constructor(store: MapLogStore, now: () => number) {
    this.#store = store
    this.#now = now
  }

  /** True once the update is on disk; false when it is not and never will be. */
  append(target: LogTarget, update: WaitingUpdate): Promise<boolean> {
    return new Promise((settle) => {
      this.#waiting.push({ target, epoch: target.epoch, update, settle })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      // What this turn of the event loop still reads from sockets goes along.
      await nextTurn()
      const batch = this.#waiting.splice(0, atOnce)
      if (await this.#write(batch)) continue
      // One map's trouble is not another's.
      for (const part of Map.groupBy(batch, (one) => one.target).values()) await this.#write(part, true)
    }
    this.#running = undefined
  }

  async #write(batch: readonly Waiting[], last = false): Promise<boolean> {
    const current = batch.filter((one) => one.epoch === one.target.epoch)
    const rows = numbered(current, this.#now())
    try {
      if (rows.length > 0) await this.#store.append(rows)
    } catch (error) {
      if (!last) return false
      for (const target of new Set(current.map((one) => one.target))) target.lost(error)
      for (const one of batch) one.settle(false)
      return false
    }
    for (const [index, one] of current.entries()) one.target.stored(rows[index]!)
    const saved = new Set(current)
    for (const one of batch) one.settle(saved.has(one))
    return true
  }
}

function numbered(batch: readonly Waiting[], at: number): readonly LoggedUpdate[] {
  const numbers = new Map<LogTarget, number>()
  return batch.map(({ target, update }) => {
    const number = (numbers.get(target) ?? target.number) + 1
    numbers.set(target, number)
    return { workspace: target.workspace, map: target.map, number, at, ...update }
  })
}
