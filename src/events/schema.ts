import { unsafeSql, type Sql } from './engine/sql.ts'

/**
 * Events of a journey are ordered by time, then by the source's own capture sequence, then by where they were read:
 * import, file, row, and part (a row that holds several times makes several events).
 */
export const eventOrder = 'time, capture, import, file, row, part'

/** How many events one import file may hold (rows are numbered in 32 bits), and how many touchpoint names a workspace. */
export const limits = { rowsPerFile: 2 ** 32 - 1, touchpoints: 65_535 } as const

const eventColumns = `
  workspace UInt32,
  customer UInt64 COMMENT 'sipHash64 of customer_id',
  customer_id String CODEC(ZSTD(1)),
  account UInt64 COMMENT 'sipHash64 of account_id; 0 without one',
  account_id String CODEC(ZSTD(1)),
  role LowCardinality(String),
  time DateTime64(3, 'UTC'),
  capture Int64 CODEC(T64, LZ4),
  import UInt32,
  file UInt16,
  row UInt32 CODEC(T64, LZ4),
  part UInt16,
  id UInt128 COMMENT 'message id: sending it again changes nothing',
  touchpoint LowCardinality(String),
  channel LowCardinality(String),
  score Nullable(Float64),
  normal Nullable(Float64) COMMENT 'the score on -1..+1',
  scale LowCardinality(String),
  survey Bool,
  link String CODEC(ZSTD(1)),
  verbatim String CODEC(ZSTD(1)),
  properties Map(LowCardinality(String), String) CODEC(ZSTD(1))`

const eventEngine = `ENGINE = MergeTree PARTITION BY workspace
  PRIMARY KEY (workspace, customer, time)
  ORDER BY (workspace, customer, ${eventOrder})`

/** An events table; an import fills one of its own, and its partition is then moved into `events` in one step. */
export const createEvents = (name: string): Sql => unsafeSql(`CREATE TABLE IF NOT EXISTS ${name} (${eventColumns}) ${eventEngine}`)

/** Stored journeys of an older format are built anew. */
export const journeyFormat = 1

const journeyPartColumns = [
  'channels Array(LowCardinality(String))',
  "people Array(UInt64) COMMENT 'hashes of the customers of its events'",
  'accounts Array(UInt64)',
  "feedback_place Array(UInt32) COMMENT 'one entry for each event with a score or a text: which event it is, from 1'",
  "feedback_score Array(Float64) COMMENT 'NaN without one'",
  'feedback_normal Array(Float64)',
  'feedback_scale Array(LowCardinality(String))',
  "feedback_text Array(UInt64) COMMENT 'hash of the text; 0 without one'",
  "feedback_target Array(UInt16) COMMENT 'the touchpoint that it speaks of'",
  'feedback_how Array(LowCardinality(String))',
]

/** Journeys by definition: `touchpoints` are ids of the dictionary, `gaps` the milliseconds since the event before. */
export const createJourneys = (name: string): Sql =>
  unsafeSql(`CREATE TABLE IF NOT EXISTS ${name} (
    workspace UInt32,
    definition UInt32,
    unit UInt64,
    number UInt32,
    start Int64 CODEC(T64, LZ4),
    "end" Int64 CODEC(T64, LZ4),
    goal Bool,
    touchpoints Array(UInt16),
    gaps Array(Int64) CODEC(T64, LZ4),
    segments Array(LowCardinality(String)),
    ${journeyPartColumns.join(',\n    ')}
  ) ENGINE = MergeTree PARTITION BY (workspace, definition) ORDER BY (workspace, definition, unit, number)`)

/** Ids joined into customers, and why; what a run of the rules found takes the place of all that was there. */
export const createPersons = (name: string): Sql =>
  unsafeSql(`CREATE TABLE IF NOT EXISTS ${name} (workspace UInt32, customer UInt64, person UInt64)
    ENGINE = MergeTree PARTITION BY workspace ORDER BY (workspace, customer)`)
export const createJoins = (name: string): Sql =>
  unsafeSql(`CREATE TABLE IF NOT EXISTS ${name} (workspace UInt32, number UInt32, a String, b String, rule UInt16, key String, state LowCardinality(String), why String)
    ENGINE = MergeTree PARTITION BY workspace ORDER BY (workspace, number)`)
const identityTables: readonly Sql[] = [
  createPersons('persons'),
  createJoins('identity_joins'),
  unsafeSql(`CREATE TABLE IF NOT EXISTS identity_runs (workspace UInt32, number UInt32, through UInt32, at DateTime64(3, 'UTC') DEFAULT now64(3))
    ENGINE = MergeTree ORDER BY (workspace, number)`),
]

/** What customers wrote, by hash alone, with its language and how it feels by a method; filled when asked for. */
const createTexts = unsafeSql(`CREATE TABLE IF NOT EXISTS texts
  (workspace UInt32, method LowCardinality(String), text UInt64, language LowCardinality(String), sure Bool, score Nullable(Float64))
  ENGINE = ReplacingMergeTree ORDER BY (workspace, method, text)`)

/** All tables, in the order in which they are made. */
export const schema: readonly Sql[] = [
  createEvents('events'),
  createJourneys('journeys'),
  unsafeSql(`ALTER TABLE journeys ${journeyPartColumns.map((column) => `ADD COLUMN IF NOT EXISTS ${column}`).join(', ')}`),
  createTexts,
  unsafeSql(`CREATE TABLE IF NOT EXISTS touchpoints (workspace UInt32, id UInt16, name String)
    ENGINE = MergeTree ORDER BY (workspace, id)`),
  unsafeSql(`CREATE TABLE IF NOT EXISTS definitions (workspace UInt32, id UInt32, key String, built_through UInt32, version UInt64)
    ENGINE = ReplacingMergeTree(version) ORDER BY (workspace, key)`),
  unsafeSql(
    'ALTER TABLE definitions ADD COLUMN IF NOT EXISTS identity UInt32 DEFAULT 0, ADD COLUMN IF NOT EXISTS format UInt16 DEFAULT 0, ADD COLUMN IF NOT EXISTS journeys UInt64 DEFAULT 0',
  ),
  ...identityTables,
  unsafeSql(`CREATE TABLE IF NOT EXISTS imports (workspace UInt32, number UInt32, source String, at DateTime64(3, 'UTC') DEFAULT now64(3))
    ENGINE = MergeTree ORDER BY (workspace, number)`),
  unsafeSql(`CREATE TABLE IF NOT EXISTS import_files
    (workspace UInt32, import UInt32, file UInt16, name String, sha256 String, header_lines UInt32,
     long_rows Array(UInt32) COMMENT 'rows that take more than one line', extra_lines Array(UInt32))
    ENGINE = MergeTree ORDER BY (workspace, import, file)`),
  unsafeSql(`CREATE TABLE IF NOT EXISTS refused
    (workspace UInt32, import UInt32, file UInt16, row UInt32, problem UInt8, value String, raw Map(String, String))
    ENGINE = MergeTree PARTITION BY workspace ORDER BY (workspace, import, file, row)`),
]
