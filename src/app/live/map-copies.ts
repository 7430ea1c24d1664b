import type { JourneyMap } from '../../journey/map.ts'
import type { MapStore } from '../../state/state-store.ts'
import type { Log } from '../wend.ts'
import type { OpenRoom } from './room.ts'

/** Milliseconds from a change to its copy, so that a burst of changes is copied once. */
const settleMs = 1000
/** After a copy that took d ms, the next one waits this many times d: people's edits go first. */
const restFactor = 4
/** Milliseconds until a copy that could not be written is tried again. */
const againMs = 5000

/**
 * Writes changed maps into the list that lists, exports and checks read. The log is the truth; a copy that a kill
 * prevented is written at the next start.
 */
export class MapCopies {
  readonly #maps: MapStore
  readonly #say: Log
  readonly #now: () => number
  /** Changed rooms, by when they are due. */
  readonly #due = new Map<OpenRoom, number>()
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()
  #restUntil = 0
  #closed = false

  constructor(maps: MapStore, now: () => number, say: Log) {
    this.#maps = maps
    this.#now = now
    this.#say = say
  }

  mark(room: OpenRoom): void {
    if (!this.#due.has(room)) this.#due.set(room, this.#now() + settleMs)
    this.#plan()
  }

  /** Forgets a room whose map is gone. */
  forget(room: OpenRoom): void {
    this.#due.delete(room)
  }

  /** Writes the copy now, if it is behind. False when it could not be written and is tried again later. */
  async settle(room: OpenRoom): Promise<boolean> {
    await this.#writing
    if (this.#due.delete(room)) await this.#write(room)
    return !this.#due.has(room)
  }

  /** Writes all that are behind; the last chance. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#writing
    for (const room of this.#due.keys()) await this.#write(room)
    this.#due.clear()
  }

  #plan(): void {
    if (this.#timer || this.#closed) return
    const [first] = this.#due.values()
    if (first === undefined) return
    const wait = Math.max(first, this.#restUntil) - this.#now()
    this.#timer = setTimeout(() => void this.#next(), Math.max(wait, 10)).unref()
  }

  async #next(): Promise<void> {
    const [room] = this.#due.keys()
    if (room) {
      this.#due.delete(room)
      const began = performance.now()
      this.#writing = this.#write(room)
      await this.#writing
      this.#restUntil = this.#now() + restFactor * (performance.now() - began)
    }
    this.#timer = undefined
    this.#plan()
  }

  async #write(room: OpenRoom): Promise<void> {
    const { last, number, workspace, map: id } = room
    if (!last) return
    try {
      const map: JourneyMap = room.read()
      await this.#maps.replace(workspace, { id, map, at: last.at, by: last.by, number })
    } catch (error) {
      this.#say(`The list's copy of map ${id} could not be written`, error)
      if (!this.#closed) this.#due.set(room, this.#now() + againMs)
    }
  }
}
