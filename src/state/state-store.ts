import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { MapPortrait } from '../journey/map-portrait.ts'
import type { TemplateStore } from './template-store.ts'
import type { AssetStore } from './asset-store.ts'
import type { ResearchStore } from './research-store.ts'
import type { CommentStore, NotificationStore } from './stored-comments.ts'
import type { InsightStore } from './insight-store.ts'
import type { MapLogStore } from './map-log-store.ts'
import type { VersionStore } from './stored-versions.ts'
import type { MentionStore } from './mention-store.ts'
import type { PersonaStore } from './persona-store.ts'
import type { SettingStore } from './setting-store.ts'
import type { ThemeStore } from './theme-store.ts'
import type { TouchpointStore } from './touchpoint-store.ts'

/** A tenant's number. */
export type WorkspaceNumber = number

/** A page of a list; the store trusts its caller to bound it. */
export interface PageOf {
  readonly limit: number
  readonly offset: number
}
export interface Paged<Row> {
  readonly total: number
  readonly rows: readonly Row[]
}

export interface StoredWorkspace {
  readonly id: WorkspaceNumber
  readonly name: string
}
export interface StoredPerson {
  readonly id: number
  readonly name: string
  readonly role: string
}
export interface StoredDefinition {
  readonly id: string
  readonly definition: JourneyDefinition
  readonly changedAt: number
  readonly changedBy: string
}
export interface StoredUpload {
  readonly id: string
  readonly name: string
  readonly bytes: number
  readonly at: number
  readonly by: string
}
export interface StoredImport<Report = unknown> {
  readonly number: number
  readonly source: string
  /** YAML, as it was run. */
  readonly recipe: string
  readonly report: Report
  readonly at: number
  readonly by: string
  /** The import whose refused rows it replayed. */
  readonly replays: number | null
}
export type StoredJobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled' | 'interrupted'
export interface StoredJob<Result = unknown, Problem = unknown> {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly by: string
  readonly state: StoredJobState
  readonly createdAt: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  readonly result: Result | null
  readonly problem: Problem | null
}
export interface StoredMapLine {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly kind: JourneyMap['kind']
  readonly stages: number
  readonly cards: number
  readonly journeys: number | null
  readonly customers: number | null
  readonly definition: string | null
  readonly template: string | null
  readonly hash: string | null
  readonly createdAt: number
  readonly createdBy: string
  readonly changedAt: number
  readonly changedBy: string
  readonly owner: string | null
  readonly portrait: MapPortrait
}
export interface StoredMap extends StoredMapLine {
  readonly map: JourneyMap
  /** Number of the last update that `map` holds; people may have changed it since. */
  readonly number: number
}
/** A deleted map, which can come back. */
export interface DeletedMapLine extends StoredMapLine {
  readonly deletedAt: number
  readonly deletedBy: string
}

/** A map as one person left it at one time. */
export interface MapVersion {
  readonly id: string
  readonly map: JourneyMap
  readonly at: number
  readonly by: string
  /** Number of the last update that it holds. Default 0: none. */
  readonly number?: number
}

export interface WorkspaceStore {
  /** The workspace and its owner, made on first use. */
  ensure(workspace: StoredWorkspace, owner: StoredPerson, at: number): Promise<void>
  get(workspace: WorkspaceNumber): Promise<StoredWorkspace | undefined>
}
export interface PersonStore {
  /** In the order they were added. */
  list(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<StoredPerson>>
  get(workspace: WorkspaceNumber, id: number): Promise<StoredPerson | undefined>
  firstOwner(workspace: WorkspaceNumber): Promise<StoredPerson | undefined>
  /** Adds somebody under a number that nobody had before. Rejects with `person_taken`. */
  add(workspace: WorkspaceNumber, person: Omit<StoredPerson, 'id'>): Promise<StoredPerson>
  /** False when there is no such person. Rejects with `person_taken`, or with `last_owner` when no owner would be left. */
  put(workspace: WorkspaceNumber, person: StoredPerson): Promise<boolean>
}
export interface DefinitionStore {
  list(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<StoredDefinition>>
  get(workspace: WorkspaceNumber, id: string): Promise<StoredDefinition | undefined>
  /** Adds or replaces. Rejects with `name_taken` when another definition has its name. */
  put(workspace: WorkspaceNumber, definition: StoredDefinition): Promise<void>
  /** False when there was none. */
  remove(workspace: WorkspaceNumber, id: string): Promise<boolean>
}
export interface UploadStore {
  add(workspace: WorkspaceNumber, upload: StoredUpload): Promise<void>
  get(workspace: WorkspaceNumber, id: string): Promise<StoredUpload | undefined>
  remove(workspace: WorkspaceNumber, id: string): Promise<void>
  /** Whether any workspace knows this id. */
  has(id: string): Promise<boolean>
  /** Uploads older than `before`, to be cleared away. */
  olderThan(before: number): Promise<readonly { readonly workspace: WorkspaceNumber; readonly id: string }[]>
}
export interface ImportStore {
  /** 1, 2, 3 … for the whole data directory; a number is never given twice, not even after a failure. */
  nextNumber(): Promise<number>
  add(workspace: WorkspaceNumber, record: StoredImport): Promise<void>
  get(workspace: WorkspaceNumber, number: number): Promise<StoredImport | undefined>
  /** Newest first. */
  list(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<StoredImport>>
}
export interface JobStore {
  /** Adds a queued job. */
  add(workspace: WorkspaceNumber, job: StoredJob): Promise<void>
  /** Writes a job's state, times, result and problem. */
  update(workspace: WorkspaceNumber, job: StoredJob): Promise<void>
  get(workspace: WorkspaceNumber, id: string): Promise<StoredJob | undefined>
  /** Newest first. */
  list(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<StoredJob>>
  /** Ends every job that a stopped process left queued or running; returns how many. */
  interruptAll(at: number, problem: unknown): Promise<number>
  /** Keeps only the newest `keep` jobs that have ended. */
  forgetOld(workspace: WorkspaceNumber, keep: number): Promise<void>
}
/** A map and the ids of the maps that its steps open. */
export interface MapOpens {
  readonly id: string
  readonly title: string
  readonly opens: readonly string[]
}
export interface MapStore {
  add(workspace: WorkspaceNumber, version: MapVersion): Promise<StoredMapLine>
  get(workspace: WorkspaceNumber, id: string): Promise<StoredMap | undefined>
  /** Last changed first. */
  list(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<StoredMapLine>>
  /** Undefined when there is no such map. */
  replace(workspace: WorkspaceNumber, version: MapVersion): Promise<StoredMapLine | undefined>
  /** Hides it until it is restored. False when there was none. */
  remove(workspace: WorkspaceNumber, deleted: { readonly id: string; readonly at: number; readonly by: string }): Promise<boolean>
  /** Undefined when there is no such map. */
  setOwner(workspace: WorkspaceNumber, id: string, owner: string | null): Promise<StoredMapLine | undefined>
  /** What each map opens, by title. */
  listOpens(workspace: WorkspaceNumber): Promise<readonly MapOpens[]>
  /** Undefined when no such map is deleted. */
  restore(workspace: WorkspaceNumber, id: string): Promise<StoredMapLine | undefined>
  /** Last deleted first. */
  listDeleted(workspace: WorkspaceNumber, page: PageOf): Promise<Paged<DeletedMapLine>>
}

/** Everything Wend keeps besides events. Which database holds it is the driver's business. */
export interface StateStore {
  readonly workspaces: WorkspaceStore
  readonly people: PersonStore
  readonly definitions: DefinitionStore
  readonly uploads: UploadStore
  readonly assets: AssetStore
  readonly research: ResearchStore
  readonly imports: ImportStore
  readonly jobs: JobStore
  readonly maps: MapStore
  readonly mapLog: MapLogStore
  readonly personas: PersonaStore
  readonly touchpoints: TouchpointStore
  readonly mentions: MentionStore
  readonly comments: CommentStore
  readonly notifications: NotificationStore
  readonly versions: VersionStore
  readonly settings: SettingStore
  readonly templates: TemplateStore
  readonly themes: ThemeStore
  readonly insights: InsightStore
  close(): Promise<void>
}
