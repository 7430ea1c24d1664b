/**
 * How files become events. Written as YAML, checked by `parseRecipe`.
 * Every text value may hold `{column}` placeholders; a text without them is taken as it is. `{alias.column}` names a
 * joined file's column. `{{` is a literal brace.
 */
export interface Recipe {
  readonly wend: 'recipe/1'
  readonly name: string
  /** IANA zone of times that carry none. Default UTC. */
  readonly timezone: string
  /** Texts that mean "missing" in every column, besides the empty text. None by default: a customer may be called NA. */
  readonly nulls: readonly string[]
  readonly files: Readonly<Record<string, RecipeFile>>
  readonly events: readonly EventRule[]
}

export interface RecipeFile {
  /** Glob on the file's name; `*` and `?`. A recipe with one file may leave it out. */
  readonly match: string
  /** Overrides what the content says. */
  readonly format?: FileFormat
  readonly delimiter?: string
  /** Header rows after the first that are to be skipped (Qualtrics writes two). */
  readonly skipRows?: number
}

export type FileFormat = 'csv' | 'tsv' | 'jsonl' | 'parquet' | 'xes' | 'ocel'

/** One kind of event made from the rows of one file. */
export interface EventRule {
  /** Alias of the file whose rows are read. */
  readonly from: string
  readonly join: readonly Join[]
  /** Only rows for which all hold. */
  readonly when: readonly RowTest[]
  readonly customer: string
  /** The customer of rows whose own is empty, where an export lost an id (statistics programs write NA as an empty cell). Default: such rows are refused. */
  readonly customerIfEmpty?: string
  readonly account?: string
  readonly role?: string
  readonly channel?: Mapped
  readonly touchpoint?: Mapped
  readonly time?: TimeRule
  /** Wide rows: one event for each entry whose time has a value. Its fields win over the rule's. */
  readonly each?: readonly WideEvent[]
  readonly score?: { readonly value: string; readonly scale: string }
  readonly text?: string
  /** The row is a survey answer about an earlier touchpoint: its score is linked there, not to its own touchpoint. */
  readonly survey: boolean
  /** Events with the same link text (an order, ticket or session id) belong together; feedback finds its touchpoint by it. */
  readonly link?: string
  /** Capture sequence: breaks ties between events at the same instant. Default: the order in the file. */
  readonly sequence?: string
  /** Message id for de-duplication. Default: a hash of the whole event and its count among identical ones in its file. */
  readonly id?: string
  /** Property name → value. */
  readonly properties: Readonly<Record<string, string>>
}

export interface WideEvent {
  readonly touchpoint: Mapped
  readonly time: TimeRule
  readonly channel?: Mapped
}

/** A text, or a text looked up in a table; a value not in the table is kept, or its row is left out of this rule. */
export type Mapped =
  | string
  | { readonly value: string; readonly map: Readonly<Record<string, string>>; readonly otherwise: 'keep' | 'skip' }

/** How a time is written. `iso` reads any unambiguous calendar form; the others say which of two readings holds. */
export type TimeFormat = 'iso' | 'day-first' | 'month-first' | 'unix-seconds' | 'unix-milliseconds' | 'unix-microseconds'
export interface TimeRule {
  readonly value: string
  readonly format: TimeFormat
}

export interface Join {
  readonly file: string
  /** Column of the rows joined to (`alias.column` for one of a file joined before) → column of `file`. The first matching row counts; a row without a match keeps empty values. */
  readonly on: Readonly<Record<string, string>>
}

export interface RowTest {
  readonly value: string
  readonly operator: '=' | '!=' | 'present' | 'missing'
  readonly than?: string
}
