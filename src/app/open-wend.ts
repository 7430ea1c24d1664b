import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EventStore } from '../events/event-store.ts'
import { openEventStore } from '../events/open-event-store.ts'
import { openPostgresState } from '../state/open-postgres-state.ts'
import { openSqliteState } from '../state/open-sqlite-state.ts'
import type { StateStore } from '../state/state-store.ts'
import { createAssistant, type AssistantSettings } from './assistant/assistant.ts'
import { localOwner } from './actor.ts'
import { withArchetypes } from './archetypes/with-archetypes.ts'
import { AssetFolder } from './asset-folder.ts'
import { AnswerCache } from './methods/answer-cache.ts'
import { JobRunner } from './job-runner.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { openLiveMaps } from './live/open-live-maps.ts'
import { UploadFolder } from './upload-folder.ts'
import { startVersionKeeper } from './version-keeper.ts'
import { wendVersion } from './version.ts'
import type { Log, Wend } from './wend.ts'
import type { World } from './world.ts'

export interface OpenWendOptions {
  /** Made if absent; one process at a time uses it. */
  readonly dataDirectory: string
  readonly world: World
  readonly limits?: Partial<Limits>
  /** Where to say what only the operator should know. Default: nowhere. */
  readonly log?: Log
  /** Bytes of memory for the event engine. Default: its own share of the machine. */
  readonly engineMemory?: number
  /** Address of a PostgreSQL database for the state. Default: an SQLite file in the data directory. */
  readonly databaseUrl?: string
  /** An OpenAI-compatible endpoint. Default: none, and nothing is ever sent. */
  readonly assistant?: AssistantSettings
  /** Opens the events. Default: the embedded engine. */
  readonly openEvents?: (directory: string) => Promise<EventStore>
}

/**
 * Opens a data directory: events, state, uploads and jobs. Jobs that an earlier process left behind are marked
 * interrupted, and uploads that nobody imported are cleared away. Rejects with `data_directory_in_use` when another
 * process has it open, and with `newer_version` when a newer Wend wrote it.
 */
export async function openWend(options: OpenWendOptions): Promise<Wend> {
  const { dataDirectory, world, log = () => undefined } = options
  const limits: Limits = { ...defaultLimits, ...options.limits }
  await mkdir(dataDirectory, { recursive: true, mode: 0o700 })
  // The event store holds the lock of the directory: nothing else is touched before it is open.
  const events = withArchetypes(await (options.openEvents ?? embedded(options.engineMemory))(dataDirectory))
  let state: StateStore | undefined
  try {
    const { databaseUrl } = options
    state = await (databaseUrl === undefined ? openSqliteState(join(dataDirectory, 'state.sqlite')) : openPostgresState(databaseUrl))
    const jobs = new JobRunner({ store: state.jobs, world, limits, log })
    const uploads = new UploadFolder(join(dataDirectory, 'uploads'))
    const assets = new AssetFolder(join(dataDirectory, 'assets'))
    await state.workspaces.ensure(
      { id: localOwner.workspace, name: 'My workspace' },
      { ...localOwner.person, role: localOwner.role },
      world.now(),
    )
    await jobs.recover()
    await clearUploads({ state, uploads, world, limits })
    const live = await openLiveMaps({ state, now: world.now, log })
    const versions = startVersionKeeper({ state, live, world, log })
    const stores = [state, events]
    const close = async (): Promise<void> => {
      await jobs.close()
      await versions.close()
      await live.close()
      for (const store of stores) await store.close()
    }
    const answers = new AnswerCache(limits.keptAnswers)
    const assistant = options.assistant && createAssistant(options.assistant)
    return {
      state,
      events,
      uploads,
      assets,
      jobs,
      answers,
      live,
      world,
      limits,
      version: wendVersion,
      log,
      close: once(close),
      ...(assistant && { assistant }),
    }
  } catch (error) {
    await state?.close()
    await events.close()
    throw error
  }
}

const embedded =
  (memory: number | undefined) =>
  (directory: string): Promise<EventStore> =>
    openEventStore({ directory, ...(memory !== undefined && { totalMemory: memory }) })

/** Uploads that have grown old, and files that a crash left without a record. */
async function clearUploads({ state, uploads, world, limits }: Pick<Wend, 'state' | 'uploads' | 'world' | 'limits'>): Promise<void> {
  for (const { workspace, id } of await state.uploads.olderThan(world.now() - limits.uploadLifeMs))
    await state.uploads.remove(workspace, id)
  for (const id of await uploads.list()) if (!(await state.uploads.has(id))) await uploads.remove(id)
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined
  return () => (closed ??= close())
}
