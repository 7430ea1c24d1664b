import type { EventStore } from '../events/event-store.ts'
import type { StateStore } from '../state/state-store.ts'
import type { Assistant } from './assistant/assistant.ts'
import type { AssetFolder } from './asset-folder.ts'
import type { JobRunner } from './job-runner.ts'
import type { AnswerCache } from './methods/answer-cache.ts'
import type { Limits } from './limits.ts'
import type { LiveRooms } from './live-maps.ts'
import type { UploadFolder } from './upload-folder.ts'
import type { World } from './world.ts'

/** What use cases work with; `openWend` makes it. */
export interface Wend {
  readonly state: StateStore
  readonly events: EventStore
  readonly uploads: UploadFolder
  readonly assets: AssetFolder
  readonly jobs: JobRunner
  /** Answers of methods, kept until what they rest on changes. */
  readonly answers: AnswerCache
  /** Maps as they are now, with what people edit at this moment. */
  readonly live: LiveRooms
  /** A model that people may ask for help; absent: none is configured, and nothing is ever sent. */
  readonly assistant?: Assistant
  readonly world: World
  readonly limits: Limits
  /** Version of Wend, written into maps. */
  readonly version: string
  readonly log: Log
  /** Ends jobs, then the stores. What was acknowledged is on disk before. */
  close(): Promise<void>
}

/** Where Wend says what only its operator should know. */
export type Log = (message: string, error?: unknown) => void
