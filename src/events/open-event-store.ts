import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { Question } from '../journey/question.ts'
import { socketDriver, type ClickHouseDriver } from './engine/clickhouse-driver.ts'
import { startEngine } from './engine/start-engine.ts'
import type { EventStore, ImportInput, WorkspaceId } from './event-store.ts'
import { listJoins } from './identity/list-joins.ts'
import { runIdentity } from './identity/run-identity.ts'
import { describeFile } from './ingest/describe-file.ts'
import { healImports } from './ingest/heal-imports.ts'
import { importFiles } from './ingest/import-files.ts'
import { previewImport } from './ingest/preview-import.ts'
import { listRefused } from './ingest/list-refused.ts'
import { keepJourneys } from './journeys/keep-journeys.ts'
import { ask, tellPaths, tellPeriods, tellTextFeelings, tellTraces } from './questions/ask.ts'
import { readRevision } from './revision.ts'
import { schema } from './schema.ts'
import { countWaitingTexts, keepTextScores, waitingTexts } from './texts/text-scores.ts'
import { takeTurns } from './take-turns.ts'
import { readSurveys, readVocabulary, readSources } from './vocabulary.ts'

export interface EventStoreOptions {
  /** The data directory; the store keeps its files in folders of its own inside. */
  readonly directory: string
  /** Bytes the engine may use in all, and one question. Default: six tenths and three tenths of the machine's memory. */
  readonly totalMemory?: number
  readonly queryMemory?: number
}

/** An event store that also tells its engine's process id, for those who look after it. */
export interface EmbeddedEventStore extends EventStore {
  readonly enginePid: number | undefined
  /** For benchmarks and checks: the driver below. */
  readonly driver: ClickHouseDriver
}

/** Opens the event store on a data directory with the embedded engine. Rejects with `data_directory_in_use`. */
export async function openEventStore(options: EventStoreOptions): Promise<EmbeddedEventStore> {
  const totalMemory = options.totalMemory ?? Math.floor(totalmem() * 0.6)
  const queryMemory = options.queryMemory ?? Math.floor(totalMemory / 2)
  const engine = await startEngine(options.directory, { totalMemory, queryMemory })
  const driver = socketDriver(engine, {
    // The engine would map whole files into memory: they count as memory used, and a file cut short while it is read ends the process.
    storage_file_read_method: 'pread',
    max_memory_usage: queryMemory,
    max_bytes_before_external_group_by: Math.floor(queryMemory / 2),
    max_bytes_before_external_sort: Math.floor(queryMemory / 2),
  })
  for (const statement of schema) await driver.command(statement)
  await healImports(driver)
  return {
    ...eventStore(driver, join(options.directory, 'engine-tmp'), () => driver.close().then(() => engine.stop())),
    driver,
    get enginePid() {
      return engine.pid
    },
  }
}

function eventStore(driver: ClickHouseDriver, workDir: string, close: () => Promise<void>): EventStore {
  const turn = takeTurns()
  // Journeys are brought up to date under the same lock as imports, so that no question sees half of either.
  const ready = (workspace: WorkspaceId, definition: JourneyDefinition) =>
    turn(workspace, () => keepJourneys(driver, workspace, definition))
  return {
    importFiles: (input, report, signal) => turn(input.workspace, () => importFiles(driver, input, { report, signal, workDir })),
    preview: (input: ImportInput, limit, signal) => previewImport(driver, input, { limit, signal, workDir }),
    describe: (file, rows, signal) => describeFile(driver, file, { rows, signal }),
    refused: (workspace, number, page) => listRefused(driver, { workspace, number, ...page }),
    sources: (workspace) => readSources(driver, workspace),
    vocabulary: (workspace) => readVocabulary(driver, workspace),
    surveys: (workspace) => readSurveys(driver, workspace),
    joinIds: (run) => turn(run.workspace, () => runIdentity(driver, run)),
    listJoins: (workspace, asked) => listJoins(driver, workspace, asked),
    revision: (workspace) => readRevision(driver, workspace),
    // oxlint-disable-next-line max-params
    ask: async <Q extends Question>(workspace: WorkspaceId, definition: JourneyDefinition, question: Q, signal: AbortSignal) =>
      ask({ driver, workspace, definition, signal, journeys: ready }, question),
    // oxlint-disable-next-line max-params
    paths: async (workspace, definition, asked, signal) => tellPaths({ driver, workspace, definition, signal, journeys: ready }, asked),
    // oxlint-disable-next-line max-params
    traces: async (workspace, definition, asked, signal) => tellTraces({ driver, workspace, definition, signal, journeys: ready }, asked),
    // oxlint-disable-next-line max-params
    periods: async (workspace, definition, asked, signal) => tellPeriods({ driver, workspace, definition, signal, journeys: ready }, asked),
    // oxlint-disable-next-line max-params
    textFeelings: async (workspace, definition, asked, signal) =>
      tellTextFeelings({ driver, workspace, definition, signal, journeys: ready }, asked),
    countWaitingTexts: (workspace, method) => countWaitingTexts(driver, workspace, method),
    waitingTexts: (workspace, asked) => waitingTexts(driver, workspace, asked),
    keepTextScores: (workspace, scores) => keepTextScores(driver, workspace, scores),
    close,
  }
}
