import type { Doc } from 'yjs'
import type { Result } from '../journey/result.ts'
import type { JourneyMap } from '../journey/map.ts'

/** What people connected to a map ask for again over HTTP when it changed. */
export type LiveTopic = 'comments' | 'versions' | 'personas' | 'touchpoints' | 'research'

/** Maps as they are now, with what people edit at this moment. */
export interface LiveMaps {
  /** The map as it is now, people's unsaved-in-list edits included. Undefined when there is none. */
  read(workspace: number, map: string): Promise<JourneyMap | undefined>
  /**
   * Runs a change on the server's document as `by`, durable when it resolves and sent to everybody connected. `run` gets a
   * copy that it may write to; what it throws is thrown on and changes nothing. Rejects with a `Refusal`: `map_not_found`,
   * `map_not_saved` when nothing could be stored.
   */
  change<T>(workspace: number, map: string, by: string, run: (doc: Doc) => T): Promise<T>
  /** Tells everybody connected to the map: `topic` is what to ask for again. */
  tell(workspace: number, map: string, topic: LiveTopic): void
}

/** What the live door works with besides. */
export interface LiveRooms extends LiveMaps {
  /** Opens a map, or joins those who have it open; `leave` it afterwards. Rejects with `map_not_found`, `too_many_maps_open`. */
  enter(workspace: number, map: string): Promise<LiveRoom>
  /** Who carries messages to connected people. */
  attach(audience: LiveAudience): void
  /** Writes the copy that lists and exports read, now. */
  settle(workspace: number, map: string): Promise<void>
  /** Takes a deleted map out of memory and sends everybody connected away. */
  expel(workspace: number, map: string): Promise<void>
  /** Writes every copy. What was acknowledged is on disk before. */
  close(): Promise<void>
}

/** One open map. */
export interface LiveRoom {
  readonly workspace: number
  readonly map: string
  /** The door's document becomes the one that updates are applied to. */
  adopt(doc: Doc): void
  /** Checks a client's update, writes it to the log and applies it, in this order. */
  receive(update: Uint8Array, by: string): Promise<Result<void, LiveProblem>>
  /** Whether the update brings nothing that the map does not have. */
  knows(update: Uint8Array): boolean
  leave(): void
}

/** Why an update was not applied: `refused` will never be accepted; `not_saved` may be, later. */
export interface LiveProblem {
  readonly kind: 'refused' | 'not_saved'
  readonly code: string
  readonly message: string
}

/** Carries what the rooms say to people who are connected. */
export interface LiveAudience {
  tell(workspace: number, map: string, topic: LiveTopic): void
  dismiss(workspace: number, map: string): void
}
