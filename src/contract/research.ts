import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { pageOf, pageQuerySchema } from './page.ts'

const line = (most: number) => z.string().trim().max(most)
export const tagSchema = z.string().trim().min(1).max(60)
const tagsSchema = z.array(tagSchema).max(30)
const wordsSchema = z.string().trim().min(1).max(200)

export const noteKinds = ['interview', 'survey', 'observation', 'document'] as const
export const highlightColours = ['yellow', 'green', 'blue', 'pink'] as const
const colourSchema = z.enum(highlightColours)

const about = {
  title: line(200).min(1),
  kind: z.enum(noteKinds),
  participant: line(200).describe('Whom it is from; may be empty'),
  persona: idSchema.nullable().describe('Id of the persona that the participant stands for'),
  date: z.union([z.iso.date(), z.literal('')]).describe('The day it happened, YYYY-MM-DD; may be empty'),
  language: line(35).describe('Language tag such as en or de-AT; may be empty'),
}
/** Without its text: what it is and whom it is from. */
export const noteAboutSchema = z.object({ ...about, format: z.enum(['text', 'markdown', 'docx', 'transcript']) })
export type NoteAbout = z.output<typeof noteAboutSchema>

export const newNoteSchema = z
  .object({
    title: about.title,
    kind: about.kind.default('interview'),
    participant: about.participant.default(''),
    persona: about.persona.default(null),
    date: about.date.default(''),
    language: about.language.default(''),
    tags: tagsSchema.default([]),
    text: z.string().describe('Up to 2 MB; a WebVTT or SubRip transcript becomes lines with time and speaker'),
    format: z.enum(['text', 'markdown']).default('text'),
  })
  .meta({ id: 'NewNote' })
export type NewNote = z.output<typeof newNoteSchema>

export const changeNoteSchema = z
  .object({
    title: z.exactOptional(about.title),
    kind: z.exactOptional(about.kind),
    participant: z.exactOptional(about.participant),
    persona: z.exactOptional(about.persona),
    date: z.exactOptional(about.date),
    language: z.exactOptional(about.language),
    tags: z.exactOptional(tagsSchema),
    text: z.exactOptional(z.string()),
    revision: z.exactOptional(z.int()).describe('The revision that the new text was written over; needed with `text`'),
  })
  .meta({ id: 'ChangeNote' })
export type ChangeNote = z.output<typeof changeNoteSchema>

const noteLine = {
  id: idSchema,
  ...noteAboutSchema.shape,
  tags: z.array(z.string()),
  characters: z.int(),
  highlights: z.int(),
  revision: z.int().describe('Grows with every change of the text'),
  addedAt: timeSchema,
  addedBy: personNameSchema,
  changedAt: timeSchema,
  changedBy: personNameSchema,
  removedAt: timeSchema.nullable(),
}
export const noteSummarySchema = z.object(noteLine).meta({ id: 'NoteSummary' })
export type NoteSummary = z.output<typeof noteSummarySchema>
export const noteListSchema = pageOf(noteSummarySchema).meta({ id: 'NoteList' })

export const highlightSchema = z
  .object({
    id: idSchema,
    note: idSchema,
    from: z.int().describe('UTF-16 offset into the text, inclusive'),
    to: z.int().describe('UTF-16 offset into the text, exclusive'),
    text: z.string().describe('The words, as they were highlighted'),
    tags: z.array(z.string()),
    colour: colourSchema,
    lost: z.boolean().describe('The note was edited and no longer has these words; they are kept here'),
    saidAt: z.int().nullable().describe('Milliseconds from the start of the recording'),
    at: timeSchema,
    by: personNameSchema,
  })
  .meta({ id: 'Highlight' })
export type Highlight = z.output<typeof highlightSchema>
export const foundHighlightSchema = z.object({ ...highlightSchema.shape, noteTitle: z.string() }).meta({ id: 'FoundHighlight' })
export type FoundHighlight = z.output<typeof foundHighlightSchema>
export const highlightListSchema = pageOf(foundHighlightSchema).meta({ id: 'HighlightList' })

export const highlightUseSchema = z.object({
  highlight: idSchema,
  map: idSchema,
  mapTitle: z.string(),
  card: z.string(),
  cardText: z.string(),
})
export type HighlightUse = z.output<typeof highlightUseSchema>
export const noteRecordSchema = z
  .object({
    ...noteLine,
    text: z.string(),
    marks: z.array(highlightSchema).describe('Highlights in the order of the text'),
    uses: z.array(highlightUseSchema).describe('Cards that cite them'),
  })
  .meta({ id: 'NoteRecord' })
export type NoteRecord = z.output<typeof noteRecordSchema>

export const newHighlightSchema = z
  .object({
    from: z.int().min(0),
    to: z.int().min(1),
    text: z.string().min(1).max(20_000).describe('The words between the offsets; checked, so that a note edited meanwhile is noticed'),
    tags: tagsSchema.default([]),
    colour: colourSchema.default('yellow'),
  })
  .meta({ id: 'NewHighlight' })
export type NewHighlight = z.output<typeof newHighlightSchema>
export const changeHighlightSchema = z
  .object({ tags: z.exactOptional(tagsSchema), colour: z.exactOptional(colourSchema) })
  .meta({ id: 'ChangeHighlight' })
export type ChangeHighlight = z.output<typeof changeHighlightSchema>

export const noteParamsSchema = z.object({ id: idSchema })
export const highlightParamsSchema = z.object({ id: idSchema, highlight: idSchema })
export const noteListQuerySchema = pageQuerySchema.extend({
  q: z.exactOptional(wordsSchema),
  tag: z.exactOptional(tagSchema),
  removed: z.enum(['true', 'false']).default('false'),
})
export const highlightQuerySchema = pageQuerySchema.extend({ q: z.exactOptional(wordsSchema), tag: z.exactOptional(tagSchema) })
export const noteUploadQuerySchema = z.object({ name: z.string().trim().min(1).max(255) })

export const tagListSchema = z
  .object({ total: z.int(), rows: z.array(z.object({ tag: z.string(), notes: z.int(), highlights: z.int() })) })
  .meta({ id: 'TagList' })
export const renameTagSchema = z
  .object({ from: tagSchema, to: tagSchema.describe('A tag that exists already: the two become one') })
  .meta({ id: 'RenameTag' })
