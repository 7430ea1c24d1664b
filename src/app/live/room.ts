import { applyUpdate, Doc, encodeStateAsUpdate, mergeUpdates, snapshot, snapshotContainsUpdate } from 'yjs'
import { DocumentGuard } from '../../document/guard.ts'
import { readMap } from '../../document/read-map.ts'
import type { JourneyMap } from '../../journey/map.ts'
import { err, ok, type Result } from '../../journey/result.ts'
import type { LoggedUpdate, StoredMapLog } from '../../state/map-log-store.ts'
import { Refusal } from '../refusal.ts'
import type { Log } from '../wend.ts'
import type { LiveProblem, LiveRoom } from '../live-maps.ts'
import type { LogTarget, UpdateLog } from './update-log.ts'

/** Bytes of what somebody may bring who was away: it repeats everything ever deleted. One change is bounded by the door. */
const afterDayBytes = 2_000_000

export interface RoomSurroundings {
  readonly log: UpdateLog
  readonly say: Log
  /** The map is not what its copy says any more. */
  readonly changed: (room: OpenRoom) => void
  readonly now: () => number
}

/** What the door's documents know such changes by: already stored, and for everybody. */
const fromLog = { source: 'local', skipStoreHooks: true } as const

/** An open map: its document always holds exactly what its log holds. */
export class OpenRoom implements LiveRoom, LogTarget {
  readonly workspace: number
  readonly map: string
  number: number
  epoch = 0
  /** Time and author of the last change; null before the first. */
  last: { readonly at: number; readonly by: string } | null
  /** Updates and bytes that the log holds since it was last merged. */
  unmerged = { updates: 0, bytes: 0 }
  users = 0
  leftAt: number
  #doc: Doc
  #guard: DocumentGuard | undefined
  #waiting = 0
  #read: { readonly number: number; readonly map: JourneyMap } | undefined
  #changing: Promise<unknown> = Promise.resolve()
  #problem: LiveProblem | undefined
  readonly #around: RoomSurroundings

  constructor(name: { readonly workspace: number; readonly map: string }, stored: StoredMapLog, around: RoomSurroundings) {
    this.workspace = name.workspace
    this.map = name.map
    this.number = stored.number
    this.last = stored.at === null || stored.by === null ? null : { at: stored.at, by: stored.by }
    this.leftAt = around.now()
    this.#around = around
    this.#doc = new Doc()
    this.#doc.transact(() => {
      for (const update of [stored.state, ...stored.updates]) applyUpdate(this.#doc, update, fromLog)
    })
    for (const update of stored.updates) this.#count(update)
  }

  /** Nobody has it open and nothing waits to be stored. */
  get idle(): boolean {
    return this.users === 0 && this.#waiting === 0
  }

  adopt(doc: Doc): void {
    applyUpdate(doc, encodeStateAsUpdate(this.#doc), fromLog)
    this.#doc = doc
  }

  leave(): void {
    this.users -= 1
    this.leftAt = this.#around.now()
  }

  knows(update: Uint8Array): boolean {
    return snapshotContainsUpdate(snapshot(this.#doc), update)
  }

  read(): JourneyMap {
    if (this.#read?.number !== this.number) this.#read = { number: this.number, map: readMap(this.#doc) }
    return this.#read.map
  }

  state(): Uint8Array {
    return encodeStateAsUpdate(this.#doc)
  }

  receive(update: Uint8Array, by: string): Promise<Result<void, LiveProblem>> {
    return this.#take(update, by, 'client')
  }

  /** One change after the other, so that each sees what the one before did. */
  change<T>(by: string, run: (doc: Doc) => T): Promise<T> {
    const turn = this.#changing.then(() => this.#change(by, run))
    this.#changing = turn.catch(() => undefined)
    return turn
  }

  /** No update is taken from now on; those that wait are still stored. */
  shut(problem: LiveProblem): void {
    this.#problem = problem
  }

  stored(update: LoggedUpdate): void {
    this.number = update.number
    this.last = { at: update.at, by: update.by }
    this.#count(update.data)
    applyUpdate(this.#doc, update.data, fromLog)
    this.#around.changed(this)
  }

  lost(error: unknown): void {
    this.#around.say(`The update of map ${this.map} could not be stored`, error)
    // The guard has seen what is not there: the next update gets a new one.
    this.#guard = undefined
    this.epoch += 1
  }

  async #change<T>(by: string, run: (doc: Doc) => T): Promise<T> {
    const copy = new Doc()
    applyUpdate(copy, encodeStateAsUpdate(this.#doc))
    const updates: Uint8Array[] = []
    copy.on('update', (update: Uint8Array) => void updates.push(update))
    try {
      const value = run(copy)
      if (updates.length === 0) return value
      const taken = await this.#take(mergeUpdates(updates), by, 'server')
      if (taken.ok) return value
      if (taken.error.code === 'map_deleted') throw new Refusal('map_not_found')
      if (taken.error.kind === 'not_saved') throw new Refusal('map_not_saved', taken.error.message)
      throw new Error(`the change of map ${this.map} would spoil it: ${taken.error.code}: ${taken.error.message}`)
    } finally {
      copy.destroy()
    }
  }

  async #take(update: Uint8Array, by: string, as: 'client' | 'server'): Promise<Result<void, LiveProblem>> {
    if (this.#problem) return err(this.#problem)
    const guard = (this.#guard ??= new DocumentGuard(encodeStateAsUpdate(this.#doc), { updateBytes: afterDayBytes }))
    const checked = guard.check(update, as)
    if (!checked.ok) return err({ kind: 'refused', code: checked.error.code, message: checked.error.message })
    this.#waiting += 1
    const saved = await this.#around.log.append(this, { by, data: update, touched: checked.value })
    this.#waiting -= 1
    return saved ? ok(undefined) : err(notSaved)
  }

  #count(update: Uint8Array): void {
    this.unmerged = { updates: this.unmerged.updates + 1, bytes: this.unmerged.bytes + update.byteLength }
  }
}

const notSaved: LiveProblem = {
  kind: 'not_saved',
  code: 'not_saved',
  message: 'This change is not saved yet: there may be no room left on the disk. It stays here and is tried again by itself.',
}
