import { z } from 'zod'
import type { JourneyMap } from '../journey/map.ts'
import type { MapPortrait } from '../journey/map-portrait.ts'
import { answerSchema } from './answers.ts'
import { definitionChoiceSchema } from './definitions.ts'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { mapSchema } from './map-schema.ts'
import { pageOf } from './page.ts'

export const titleSchema = z.string().trim().min(1).max(200)
/** A journey map as its file format has it. */
export const namedMapSchema = mapSchema.meta({ id: 'JourneyMap' }) as z.ZodType<JourneyMap>

export const discoverRequestSchema = z
  .object({
    definition: z.exactOptional(definitionChoiceSchema),
    template: z
      .exactOptional(z.string().min(1).max(100))
      .describe('Name of a template. Missing: stages are worked out from the order of the touchpoints'),
    title: z.exactOptional(titleSchema),
  })
  .meta({ id: 'DiscoverRequest' })
export type DiscoverRequest = z.output<typeof discoverRequestSchema>

/** A map in small: how far it can be trusted, and what a list shows of it. */
const portraitSchema = z
  .object({
    health: z.object({
      cards: z.int(),
      evidenced: z.int().describe('Cards that rest on at least one piece of evidence'),
      assumed: z.int(),
      toFindOut: z.int(),
      high: z.int().describe('Findings of the map check by severity, staleness left out'),
      medium: z.int(),
      low: z.int(),
      newest: timeSchema.nullable().describe('Newest event or evidence'),
    }),
    personas: z.array(z.string()),
    opens: z.array(z.string()).describe('Ids of the maps that its steps open'),
    stages: z.array(z.int()).describe('Steps of each stage'),
    lanes: z.array(z.array(z.int())).describe('Cards of each lane, a number a stage'),
    moods: z.array(z.number().nullable()).describe('Mean emotion at each stage, -1 to 1'),
  })
  .meta({ id: 'MapPortrait' }) as unknown as z.ZodType<MapPortrait>

const mapLine = {
  id: idSchema,
  title: z.string(),
  summary: z.string(),
  kind: z.enum(['as-is', 'to-be']),
  stages: z.int(),
  cards: z.int(),
  journeys: z.int().nullable().describe('Null on a map drawn by hand'),
  customers: z.int().nullable(),
  definition: z.string().nullable().describe('Name of the journey definition it was computed with'),
  template: z.string().nullable(),
  hash: z.string().nullable().describe('SHA-256 of the computed map; the same events, definition and version give the same'),
  createdAt: timeSchema,
  createdBy: personNameSchema,
  changedAt: timeSchema,
  changedBy: personNameSchema,
  owner: z.string().nullable().describe('Who answers for the map'),
  portrait: portraitSchema,
}
export const mapSummarySchema = z.object(mapLine).meta({ id: 'MapSummary' })
export type MapSummary = z.output<typeof mapSummarySchema>
export const mapRecordSchema = z
  .object({
    ...mapLine,
    stale: z.boolean().describe('Events came in since the map was computed; refresh it to see them'),
    map: namedMapSchema,
  })
  .meta({ id: 'MapRecord' })
export type MapRecord = z.output<typeof mapRecordSchema>
export const mapListSchema = pageOf(mapSummarySchema).meta({ id: 'MapList' })

export const mapParamsSchema = z.object({ id: idSchema })

export const renameMapSchema = z
  .object({ title: z.exactOptional(titleSchema), summary: z.exactOptional(z.string().max(5000)) })
  .meta({ id: 'RenameMap' })
export type RenameMap = z.output<typeof renameMapSchema>

export const checkFindingSchema = z
  .object({
    rule: z.string().describe('Which rule of the map check'),
    severity: z.enum(['high', 'medium', 'low']),
    message: z.string(),
    remedy: z.string().describe('What to do about it'),
    stage: z.exactOptional(z.string()).describe('Id of the stage it is about'),
    cards: z.array(z.string()).describe('Ids of the cards it is about'),
  })
  .meta({ id: 'CheckFinding' })
export type CheckFinding = z.output<typeof checkFindingSchema>
export const mapCheckSchema = z.object({ total: z.int(), rows: z.array(checkFindingSchema) }).meta({ id: 'MapCheck' })

export const exportFormats = ['svg', 'png', 'html', 'json', 'mmd', 'csv', 'list.csv'] as const
export type ExportFormat = (typeof exportFormats)[number]
export const exportQuerySchema = z.object({ format: z.enum(exportFormats) })

export const evidenceRequestSchema = z
  .object({
    card: z.string().min(1).max(200),
    evidence: z.number().int().min(0).max(1000).describe('Which of the card’s evidence, from 0'),
    limit: z.number().int().min(1).max(1000).default(100),
    offset: z.number().int().min(0).max(1_000_000_000).default(0),
  })
  .meta({ id: 'EvidenceRequest' })
export type EvidenceRequest = z.output<typeof evidenceRequestSchema>

/** The question behind a card's number asked again, and the journeys it counts. */
export const openedEvidenceSchema = z
  .object({
    label: z.string(),
    value: z.number().describe('What the card says'),
    n: z.int(),
    answer: answerSchema.describe('The question asked again, now'),
    members: answerSchema.nullable().describe('The journeys behind the number; null where the evidence names none'),
  })
  .meta({ id: 'OpenedEvidence' })
export type OpenedEvidence = z.output<typeof openedEvidenceSchema>

export const demoRequestSchema = z.object({ preset: z.enum(['shop', 'software']).default('shop') }).meta({ id: 'DemoRequest' })
