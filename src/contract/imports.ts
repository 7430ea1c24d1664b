import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { pageOf } from './page.ts'

const uploadsSchema = z.array(idSchema).min(1).max(50)
const recipeTextSchema = z.string().min(1).max(200_000).describe('The recipe as YAML')
const columnSchema = z.string().min(1).max(500)

/** Which column holds what, for a plain event log; the rest of the recipe is inferred. */
export const columnsSchema = z
  .object({
    customer: columnSchema,
    touchpoint: columnSchema,
    time: columnSchema,
    channel: z.exactOptional(columnSchema),
    account: z.exactOptional(columnSchema),
    role: z.exactOptional(columnSchema),
    score: z.exactOptional(columnSchema),
    text: z.exactOptional(columnSchema),
    link: z.exactOptional(columnSchema),
    id: z.exactOptional(columnSchema),
    sequence: z.exactOptional(columnSchema),
  })
  .meta({ id: 'Columns' })
export type Columns = z.output<typeof columnsSchema>

/** What only a person can say about dates; a recipe given as text says it itself. */
export const dateReadingSchema = z.enum(['day-first', 'month-first'])

export const previewRequestSchema = z
  .object({
    uploads: uploadsSchema,
    recipe: z.exactOptional(recipeTextSchema),
    columns: z.exactOptional(columnsSchema),
    timezone: z.exactOptional(z.string().min(1).max(64)).describe('IANA zone of times that carry none'),
    dates: z.exactOptional(dateReadingSchema).describe('How to read dates such as 01/02/2025'),
  })
  .meta({ id: 'PreviewRequest' })
export type PreviewRequest = z.output<typeof previewRequestSchema>

export const previewEventSchema = z
  .object({
    file: z.string(),
    line: z.int(),
    customer: z.string(),
    account: z.string(),
    touchpoint: z.string(),
    channel: z.string(),
    time: timeSchema.nullable(),
    score: z.number().nullable(),
    text: z.string(),
    problem: z.string().describe('Empty, or why this row would be refused'),
  })
  .meta({ id: 'PreviewEvent' })

export const previewFileSchema = z
  .object({
    upload: idSchema,
    name: z.string(),
    format: z.string(),
    bytes: z.int(),
    columns: z.array(z.string()),
    sample: z.array(z.record(z.string(), z.string())).describe('The first rows, by column'),
    notes: z.array(z.string()).describe('What was done or noticed while reading'),
  })
  .meta({ id: 'PreviewFile' })

/** Something that the files leave open. Answer by sending `timezone` or `dates` with the next preview, or by changing the recipe. */
export const previewQuestionSchema = z
  .object({
    about: z.enum(['timezone', 'dates', 'columns', 'scale']),
    field: z.string().describe('The column in question, or empty'),
    text: z.string(),
    choices: z.array(z.object({ value: z.string(), label: z.string() })),
  })
  .meta({ id: 'PreviewQuestion' })
export type PreviewQuestion = z.output<typeof previewQuestionSchema>

export const previewSchema = z
  .object({
    recipe: z.string().describe('The recipe as YAML; empty when none could be worked out, and then a question says what is missing'),
    inferred: z.boolean().describe('The recipe was worked out from the files, not given'),
    files: z.array(previewFileSchema),
    events: z.array(previewEventSchema).describe('The first events that the recipe would make'),
    questions: z.array(previewQuestionSchema),
  })
  .meta({ id: 'Preview' })
export type Preview = z.output<typeof previewSchema>

export const importRequestSchema = z
  .object({
    uploads: uploadsSchema,
    recipe: recipeTextSchema,
    source: z.string().trim().min(1).max(100).describe('The system the data comes from, as people call it'),
  })
  .meta({ id: 'ImportRequest' })
export type ImportRequest = z.output<typeof importRequestSchema>

const rowLedger = { read: z.int(), stored: z.int(), refused: z.int(), duplicates: z.int(), unused: z.int() }

/** Rows: read = stored + refused + duplicates + unused. Events: made = stored + refused + duplicates. */
export const importReportSchema = z
  .object({
    number: z.int(),
    source: z.string(),
    rows: z.object(rowLedger),
    events: z.object({ made: z.int(), stored: z.int(), refused: z.int(), duplicates: z.int() }),
    files: z.array(z.object({ name: z.string(), lookup: z.boolean(), ...rowLedger })),
    reasons: z.array(z.object({ reason: z.string(), field: z.string(), rows: z.int(), firstFile: z.string(), firstLine: z.int() })),
    customers: z.int(),
    touchpoints: z.int(),
    from: timeSchema.nullable(),
    to: timeSchema.nullable(),
  })
  .meta({ id: 'ImportReport' })

const importLine = {
  number: z.int(),
  source: z.string(),
  at: timeSchema,
  by: personNameSchema,
  /** The import whose refused rows this one replayed. */
  replays: z.int().nullable(),
  report: importReportSchema,
}
export const importSummarySchema = z.object(importLine).meta({ id: 'ImportSummary' })
export type ImportSummary = z.output<typeof importSummarySchema>
export const importRecordSchema = z
  .object({ ...importLine, recipe: z.string().describe('The recipe as YAML') })
  .meta({ id: 'ImportRecord' })
export type ImportRecord = z.output<typeof importRecordSchema>

export const importListSchema = pageOf(importSummarySchema).meta({ id: 'ImportList' })

export const refusedRowSchema = z
  .object({
    file: z.string(),
    line: z.int(),
    field: z.string(),
    value: z.string().describe('The refused text, at most 200 characters of it'),
    reason: z.string(),
    raw: z.record(z.string(), z.string()).describe("The row's own columns"),
  })
  .meta({ id: 'RefusedRow' })
export const refusedListSchema = pageOf(refusedRowSchema).meta({ id: 'RefusedList' })

export const replayRequestSchema = z.object({ recipe: recipeTextSchema }).meta({ id: 'ReplayRequest' })

export const importParamsSchema = z.object({ number: z.coerce.number().int().min(1).max(2_147_483_647) })
