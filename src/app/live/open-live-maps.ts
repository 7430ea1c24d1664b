import { encodeStateAsUpdate, type Doc } from 'yjs'
import { documentOf } from '../../document/new-document.ts'
import type { JourneyMap } from '../../journey/map.ts'
import type { StoredMapLog } from '../../state/map-log-store.ts'
import type { StateStore } from '../../state/state-store.ts'
import type { LiveAudience, LiveRoom, LiveRooms, LiveTopic } from '../live-maps.ts'
import { Refusal } from '../refusal.ts'
import type { Log } from '../wend.ts'
import { MapCopies } from './map-copies.ts'
import { OpenRoom } from './room.ts'
import { UpdateLog } from './update-log.ts'

export interface LiveMapsOptions {
  readonly state: Pick<StateStore, 'maps' | 'mapLog'>
  readonly now: () => number
  readonly log: Log
  readonly limits?: Partial<LiveLimits>
}

export interface LiveLimits {
  /** Maps in memory at once; one that nobody has open makes room. */
  readonly openMaps: number
  /** Milliseconds that a map stays in memory after the last person has left. */
  readonly idleMs: number
  /** Updates, or bytes of them, after which the log of a map is merged. */
  readonly mergeUpdates: number
  readonly mergeBytes: number
}

const defaults: LiveLimits = { openMaps: 1000, idleMs: 60_000, mergeUpdates: 500, mergeBytes: 4_000_000 }

/** Opens the live maps and brings copies up to date that a kill left behind. */
export async function openLiveMaps(options: LiveMapsOptions): Promise<LiveRooms> {
  const maps = new Maps(options)
  await maps.catchUp()
  return maps
}

class Maps implements LiveRooms {
  readonly #state: LiveMapsOptions['state']
  readonly #now: () => number
  readonly #say: Log
  readonly #limits: LiveLimits
  readonly #log: UpdateLog
  readonly #copies: MapCopies
  readonly #rooms = new Map<string, Promise<OpenRoom>>()
  readonly #merging = new Set<OpenRoom>()
  readonly #sweeping: NodeJS.Timeout
  #audience: LiveAudience | undefined
  #closed = false

  constructor({ state, now, log, limits }: LiveMapsOptions) {
    this.#state = state
    this.#now = now
    this.#say = log
    this.#limits = { ...defaults, ...limits }
    this.#log = new UpdateLog(state.mapLog, now)
    this.#copies = new MapCopies(state.maps, now, log)
    this.#sweeping = setInterval(() => void this.#sweep(this.#limits.idleMs), Math.max(this.#limits.idleMs / 6, 20)).unref()
  }

  async read(workspace: number, map: string): Promise<JourneyMap | undefined> {
    const stored = await this.#state.maps.get(workspace, map)
    if (!stored) return undefined
    const open = this.#rooms.get(keyOf(workspace, map))
    if (!open && (await this.#state.mapLog.last(workspace, map)) <= stored.number) return stored.map
    return (await (open ?? this.#open(workspace, map))).read()
  }

  // oxlint-disable-next-line max-params -- where, who, what: read in this order everywhere
  async change<T>(workspace: number, map: string, by: string, run: (doc: Doc) => T): Promise<T> {
    const room = await this.#join(workspace, map)
    try {
      return await room.change(by, run)
    } finally {
      room.leave()
    }
  }

  tell(workspace: number, map: string, topic: LiveTopic): void {
    this.#audience?.tell(workspace, map, topic)
  }

  async enter(workspace: number, map: string): Promise<LiveRoom> {
    if (this.#rooms.size >= this.#limits.openMaps && !this.#rooms.has(keyOf(workspace, map))) {
      await this.#sweep(0)
      if (this.#rooms.size >= this.#limits.openMaps) throw new Refusal('too_many_maps_open')
    }
    return this.#join(workspace, map)
  }

  attach(audience: LiveAudience): void {
    this.#audience = audience
  }

  async settle(workspace: number, map: string): Promise<void> {
    const room = await this.#rooms.get(keyOf(workspace, map))
    if (room) await this.#copies.settle(room)
  }

  async expel(workspace: number, map: string): Promise<void> {
    const key = keyOf(workspace, map)
    const opening = this.#rooms.get(key)
    this.#audience?.dismiss(workspace, map)
    const room = await opening?.catch(() => undefined)
    if (!room) return
    room.shut({ kind: 'refused', code: 'map_deleted', message: 'This map has been deleted.' })
    await this.#log.idle()
    this.#copies.forget(room)
    if (this.#rooms.get(key) === opening) this.#rooms.delete(key)
  }

  async close(): Promise<void> {
    this.#closed = true
    clearInterval(this.#sweeping)
    await this.#log.idle()
    await this.#copies.close()
  }

  async catchUp(): Promise<void> {
    for (const { workspace, map } of await this.#state.mapLog.behind()) {
      try {
        this.#copies.mark(await this.#open(workspace, map))
        await this.settle(workspace, map)
      } catch (error) {
        this.#say(`Map ${map} could not be opened`, error)
      }
    }
    await this.#sweep(0)
  }

  async #join(workspace: number, map: string): Promise<OpenRoom> {
    for (;;) {
      const opening = this.#open(workspace, map)
      const room = await opening
      // It may have been swept out in between.
      if (this.#rooms.get(keyOf(workspace, map)) !== opening) continue
      room.users += 1
      return room
    }
  }

  #open(workspace: number, map: string): Promise<OpenRoom> {
    if (this.#closed) throw new Refusal('shutting_down')
    const key = keyOf(workspace, map)
    const open = this.#rooms.get(key)
    if (open) return open
    const opening = this.#load(workspace, map)
    this.#rooms.set(key, opening)
    opening.catch(() => this.#rooms.delete(key))
    return opening
  }

  async #load(workspace: number, map: string): Promise<OpenRoom> {
    const stored = await this.#state.maps.get(workspace, map)
    if (!stored) throw new Refusal('map_not_found')
    const log = (await this.#state.mapLog.load(workspace, map)) ?? (await this.#begin(workspace, map, stored.map))
    return new OpenRoom({ workspace, map }, log, {
      log: this.#log,
      say: this.#say,
      now: this.#now,
      changed: (room) => {
        this.#copies.mark(room)
        void this.#merge(room)
      },
    })
  }

  /** The first state is written once and read back, so that two openings never hold two of everything. */
  async #begin(workspace: number, map: string, first: JourneyMap): Promise<StoredMapLog> {
    await this.#state.mapLog.start(workspace, map, encodeStateAsUpdate(documentOf(first)))
    const log = await this.#state.mapLog.load(workspace, map)
    if (!log) throw new Error(`map ${map} has no state although it was just written`)
    return log
  }

  async #merge(room: OpenRoom): Promise<void> {
    const { updates, bytes } = room.unmerged
    if (this.#merging.has(room) || (updates < this.#limits.mergeUpdates && bytes < this.#limits.mergeBytes)) return
    this.#merging.add(room)
    room.unmerged = { updates: 0, bytes: 0 }
    try {
      await this.#state.mapLog.compact(room.workspace, room.map, { state: room.state(), number: room.number })
    } catch (error) {
      this.#say(`The log of map ${room.map} could not be merged`, error)
    } finally {
      this.#merging.delete(room)
    }
  }

  async #sweep(idleMs: number): Promise<void> {
    for (const [key, opening] of this.#rooms) {
      const room = await opening.catch(() => undefined)
      if (!room || !room.idle || this.#now() - room.leftAt < idleMs) continue
      // A map opened again must never be overtaken by an older copy that is still to be written.
      if (!(await this.#copies.settle(room))) continue
      if (room.idle && this.#rooms.get(key) === opening) this.#rooms.delete(key)
    }
  }
}

const keyOf = (workspace: number, map: string): string => `${workspace}/${map}`
