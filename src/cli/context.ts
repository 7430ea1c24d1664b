import type { Wend } from '../app/wend.ts'
import type { JobProgress } from '../contract/jobs.ts'

/** What a command is given. Results go to `out`; everything else goes to `say`. */
export interface CommandContext {
  /** Results, on standard output. Waits while the reader is slow. */
  readonly out: (text: string) => Promise<void>
  /** A line for the person at the terminal, on standard error. */
  readonly say: (line: string) => void
  readonly look: Look
  readonly signal: AbortSignal
  readonly progress: ProgressLine
  /** The settings, read when first needed. */
  readonly environment: () => Promise<Surroundings>
  /** Opens a data directory; `make`: also one that is not there yet. Whoever opens it closes it. */
  readonly openData: (directory: string, how: { readonly make: boolean }) => Promise<Wend>
  readonly serve: (options: StartOptions) => Promise<Started>
  /** Something was refused although the command went on; the exit code says so. */
  readonly refuse: (line: string) => void
}

export interface ProgressLine {
  readonly report: (progress: JobProgress) => void
  readonly stop: () => void
}

/** How standard output looks: columns of the terminal, or null in a pipe. */
export interface Look {
  readonly columns: number | null
  readonly colour: boolean
}

export interface Surroundings {
  readonly dataDirectory: string
  readonly port: number
  readonly uploadBytes: number
  readonly engineMemory?: number
  readonly databaseUrl?: string
  readonly assistant?: { readonly url: string; readonly model: string; readonly key?: string }
}

export interface StartOptions {
  readonly dataDirectory: string
  readonly port: number
  readonly demo: boolean
}
export interface Started {
  readonly url: string
  /** Id of the job that makes the demo company. */
  readonly demo: string | null
  readonly wend: Wend
  close(): Promise<void>
}
