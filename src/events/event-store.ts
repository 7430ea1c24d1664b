import type { AnswerTo } from '../journey/answer.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyPaths, JourneyPathsAsked } from '../journey/journey-paths.ts'
import type { Periods, PeriodsAsked } from '../journey/periods.ts'
import type { Question } from '../journey/question.ts'
import type { ScoredWaitingText, TextFeelings, TextFeelingsAsked, TextMethod, WaitingAsked, WaitingText } from '../journey/text-feelings.ts'
import type { Traces, TracesAsked } from '../journey/trace.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import type { Recipe } from '../sources/recipe.ts'
import type { JoinsAsked, JoinsListed } from './identity/list-joins.ts'
import type { IdentityRun } from './identity/run-identity.ts'

/** A tenant's number; every table carries it. */
export type WorkspaceId = number

/** What is asked of an import: files by the recipe's aliases. */
export interface ImportInput {
  readonly workspace: WorkspaceId
  /** Grows by one with each import of the data directory; breaks ties between events of equal time. */
  readonly number: number
  /** The system the data comes from, as people call it. */
  readonly source: string
  readonly recipe: Recipe
  readonly files: Readonly<Record<string, PreparedFile>>
}

export interface ImportProgress {
  readonly phase: 'reading' | 'checking' | 'publishing' | 'journeys'
  readonly rows: number
  readonly bytes: number
  readonly totalBytes: number
}

/**
 * The reconciliation. Rows: read = stored + refused + duplicates + unused (rows that the recipe leaves out on purpose).
 * Events: made = stored + refused + duplicates. For a plain event log both are the same numbers and unused is 0.
 */
export interface ImportReport {
  readonly number: number
  readonly source: string
  readonly rows: RowLedger
  readonly events: EventLedger
  readonly files: readonly ({ readonly name: string; readonly lookup: boolean } & RowLedger)[]
  readonly reasons: readonly RefusalCount[]
  readonly customers: number
  readonly touchpoints: number
  /** UTC ms of the first and last event stored by this import. */
  readonly from: number | null
  readonly to: number | null
}
export interface RowLedger {
  readonly read: number
  readonly stored: number
  readonly refused: number
  readonly duplicates: number
  readonly unused: number
}
export interface EventLedger {
  readonly made: number
  readonly stored: number
  readonly refused: number
  readonly duplicates: number
}
export interface RefusalCount {
  /** A sentence that names the remedy. */
  readonly reason: string
  readonly field: string
  readonly rows: number
  readonly firstFile: string
  readonly firstLine: number
}
/** A row that was refused, kept whole. */
export interface RefusedRow {
  readonly file: string
  readonly line: number
  readonly field: string
  /** The text that was refused, at most 200 characters of it. */
  readonly value: string
  readonly reason: string
  /** The row's own columns, so that it can be mended and replayed. */
  readonly raw: Readonly<Record<string, string>>
}
export interface PreviewEvent {
  readonly file: string
  readonly line: number
  readonly customer: string
  readonly account: string
  readonly touchpoint: string
  readonly channel: string
  readonly time: number | null
  readonly score: number | null
  readonly text: string
  /** '' or why this row would be refused. */
  readonly problem: string
}
export interface SourceRow {
  readonly name: string
  readonly imports: number
  readonly events: number
  readonly customers: number
  readonly from: number | null
  readonly to: number | null
}

/** A store of events and their journeys. All methods reject with an `EventStoreError` (its `code` says which) or an abort. */
export interface EventStore {
  importFiles(input: ImportInput, onProgress: (progress: ImportProgress) => void, signal: AbortSignal): Promise<ImportReport>
  /** The first `limit` events that the recipe would make, and what would be refused among them; stores nothing. */
  preview(input: ImportInput, limit: number, signal: AbortSignal): Promise<readonly PreviewEvent[]>
  /** A file with its columns, and its first rows as texts by column; for Parquet, which only the engine can read. */
  describe(
    file: PreparedFile,
    rows: number,
    signal: AbortSignal,
  ): Promise<{ readonly file: PreparedFile; readonly rows: readonly Readonly<Record<string, string>>[] }>
  refused(
    workspace: WorkspaceId,
    importNumber: number,
    page: { readonly limit: number; readonly offset: number },
  ): Promise<{ readonly total: number; readonly rows: readonly RefusedRow[] }>
  sources(workspace: WorkspaceId): Promise<readonly SourceRow[]>
  /** Channels, touchpoints (with event counts) and property names, for pickers. At most 10,000 of each. */
  vocabulary(workspace: WorkspaceId): Promise<Vocabulary>
  /** Touchpoints whose events are all answers to a survey: such an answer says something of a journey and is no step of it. */
  surveys(workspace: WorkspaceId): Promise<readonly string[]>
  /** Changes whenever an answer could: with every import. The same text, the same answers. */
  revision(workspace: WorkspaceId): Promise<string>
  ask<Q extends Question>(
    workspace: WorkspaceId,
    definition: JourneyDefinition,
    question: Q,
    signal: AbortSignal,
  ): Promise<AnswerTo<Q['question']>>
  /** Joins ids into customers by rules, in the place of all joins that were there. */
  joinIds(run: IdentityRun): Promise<void>
  listJoins(workspace: WorkspaceId, asked: JoinsAsked): Promise<JoinsListed>
  /** Single journeys, all or a sample, for analysis that looks at them one by one. */
  traces(workspace: WorkspaceId, definition: JourneyDefinition, asked: TracesAsked, signal: AbortSignal): Promise<Traces>
  /** Bare journeys, all or a sample by hash. */
  paths(workspace: WorkspaceId, definition: JourneyDefinition, asked: JourneyPathsAsked, signal: AbortSignal): Promise<JourneyPaths>
  /** What happened in each day, week or month, for analysis of what changed. */
  periods(workspace: WorkspaceId, definition: JourneyDefinition, asked: PeriodsAsked, signal: AbortSignal): Promise<Periods>
  /** How customers' words feel, by touchpoint and by language, as far as they were scored. */
  textFeelings(workspace: WorkspaceId, definition: JourneyDefinition, asked: TextFeelingsAsked, signal: AbortSignal): Promise<TextFeelings>
  /** Distinct texts that a method has not scored yet. The model is given what the lexicon took for English, by hash and not without end. */
  countWaitingTexts(workspace: WorkspaceId, method: TextMethod): Promise<number>
  waitingTexts(workspace: WorkspaceId, asked: WaitingAsked): Promise<readonly WaitingText[]>
  keepTextScores(
    workspace: WorkspaceId,
    scores: { readonly method: TextMethod; readonly rows: readonly ScoredWaitingText[] },
  ): Promise<void>
  close(): Promise<void>
}
export interface Vocabulary {
  readonly touchpoints: readonly { readonly name: string; readonly channel: string; readonly events: number }[]
  readonly channels: readonly string[]
  readonly properties: readonly string[]
}
