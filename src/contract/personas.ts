import { z } from 'zod'
import type { JourneyFilter } from '../journey/filter.ts'
import { definitionChoiceSchema } from './definitions.ts'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { namedMapSchema } from './maps.ts'
import { pageOf, pageQuerySchema } from './page.ts'
import { archetypesSchemas } from './methods/archetypes.ts'
import { journeyFilterSchema } from './question-schema.ts'

const nameSchema = z.string().trim().min(1, 'give the persona a name').max(200)
const linesSchema = z.array(z.string().max(1000)).max(50)
export const namedJourneyFilterSchema = journeyFilterSchema.meta({ id: 'JourneyFilter' }) as z.ZodType<JourneyFilter>

/** Where a persona's quote was said. A verbatim is looked up in the events and refused when nobody said it. */
const quoteSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('verbatim'), customer: z.string().min(1).max(1000), time: z.int() }),
  z.strictObject({ kind: z.literal('highlight'), note: idSchema, highlight: idSchema, noteTitle: z.string().max(1000) }),
])
export const quoteSchema = z
  .strictObject({ text: z.string().max(5000), source: z.exactOptional(quoteSourceSchema) })
  .meta({ id: 'PersonaQuote' })
export type PersonaQuote = z.output<typeof quoteSchema>

const fields = {
  name: nameSchema,
  summary: z.string().max(5000),
  goals: linesSchema,
  needs: linesSchema,
  pains: linesSchema,
  motivations: linesSchema,
  behaviours: linesSchema,
  channels: linesSchema,
  quotes: z.array(quoteSchema).max(50),
  picture: idSchema.nullable().describe('Id of an asset'),
  segment: namedJourneyFilterSchema.nullable().describe('Which journeys are this persona’s; null: nobody has said'),
}

export const personaRecordSchema = z
  .object({
    id: idSchema,
    ...fields,
    createdAt: timeSchema,
    createdBy: personNameSchema,
    changedAt: timeSchema,
    changedBy: personNameSchema,
    removedAt: timeSchema.nullable(),
  })
  .meta({ id: 'PersonaRecord' })
export type PersonaRecord = z.output<typeof personaRecordSchema>

/** Only what differs is sent, so that two people can change different parts at once. */
export const personaChangeSchema = z
  .strictObject({
    name: z.exactOptional(nameSchema),
    summary: z.exactOptional(fields.summary),
    goals: z.exactOptional(linesSchema),
    needs: z.exactOptional(linesSchema),
    pains: z.exactOptional(linesSchema),
    motivations: z.exactOptional(linesSchema),
    behaviours: z.exactOptional(linesSchema),
    channels: z.exactOptional(linesSchema),
    quotes: z.exactOptional(fields.quotes),
    picture: z.exactOptional(fields.picture),
    segment: z.exactOptional(fields.segment),
  })
  .meta({ id: 'PersonaChange' })
export type PersonaChange = z.output<typeof personaChangeSchema>
export const newPersonaSchema = personaChangeSchema.extend({ name: nameSchema }).meta({ id: 'NewPersona' })
export type NewPersona = z.output<typeof newPersonaSchema>

export const archetypePersonaRequestSchema = z
  .object({ definition: z.exactOptional(definitionChoiceSchema), question: archetypesSchemas.question, number: z.int().min(1).max(8) })
  .meta({ id: 'ArchetypePersonaRequest' })
export type ArchetypePersonaRequest = z.output<typeof archetypePersonaRequestSchema>

export const personaListSchema = pageOf(personaRecordSchema).meta({ id: 'PersonaList' })
export const personaListQuerySchema = pageQuerySchema.extend({
  removed: z.enum(['no', 'only']).default('no').describe('"only" lists those that were removed'),
})
export const personaParamsSchema = z.object({ id: idSchema })

const definitionQuery = { definition: z.exactOptional(idSchema).describe('Id of a journey definition. Missing: all events of a customer') }
export const personaNumbersQuerySchema = z.strictObject(definitionQuery)

const rateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() })
const scoreSchema = z
  .object({
    scale: z.string(),
    n: z.int(),
    mean: z.number().nullable().describe('Mean normalised score, −1 to +1; null below five answers'),
    sd: z.number(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    nps: rateSchema.nullable().describe('Net Promoter Score, −100 to 100; only of the scale "nps"'),
    promoters: z.int(),
    detractors: z.int(),
  })
  .meta({ id: 'PersonaScore' })

/** A persona's real numbers under a definition. */
export const personaNumbersSchema = z
  .object({
    segment: namedJourneyFilterSchema.nullable().describe('The rule that was asked with; null: all journeys'),
    journeys: z.int(),
    of: z.int().describe('Journeys of everybody'),
    share: rateSchema.nullable(),
    customers: z.int(),
    reachedGoal: z.int(),
    lost: z.int(),
    open: z.int(),
    conversion: rateSchema
      .nullable()
      .describe('Of the journeys that have ended, those that reached the goal, with its Wilson 95 % interval'),
    hasGoal: z.boolean(),
    p50Duration: z.number().nullable(),
    p90Duration: z.number().nullable(),
    scores: z.array(scoreSchema),
  })
  .meta({ id: 'PersonaNumbers' })
export type PersonaNumbers = z.output<typeof personaNumbersSchema>

export const personaPreviewRequestSchema = z
  .object({ definition: z.exactOptional(definitionChoiceSchema), segment: namedJourneyFilterSchema })
  .meta({ id: 'PersonaPreviewRequest' })
export type PersonaPreviewRequest = z.output<typeof personaPreviewRequestSchema>
export const personaPreviewSchema = z.object({ journeys: z.int(), customers: z.int(), of: z.int() }).meta({ id: 'PersonaPreview' })

/** How the personas' rules share out the journeys. */
export const personaOverlapSchema = z
  .object({
    journeys: z.int(),
    personas: z.array(z.object({ id: idSchema, journeys: z.int() })).describe('Personas that have a rule'),
    pairs: z
      .array(z.object({ a: idSchema, b: idSchema, journeys: z.int() }))
      .describe('Journeys that are both’s; pairs without any are left out'),
    rest: z.int().nullable().describe('Journeys that are nobody’s; null where too many rules overlap to count it'),
  })
  .meta({ id: 'PersonaOverlap' })
export type PersonaOverlap = z.output<typeof personaOverlapSchema>

export const personaMapsSchema = z.object({ rows: z.array(z.object({ map: idSchema, title: z.string() })) }).meta({ id: 'PersonaMaps' })

export const placePersonaSchema = z.object({ persona: idSchema, on: z.boolean().default(true) }).meta({ id: 'PlacePersona' })
export const readForSchema = z.object({ persona: idSchema }).meta({ id: 'ReadFor' })
/** The map with every computed number asked again for one persona, on the same stages and steps. */
export const mapReadingSchema = z
  .object({ persona: idSchema, name: z.string(), journeys: z.int(), of: z.int(), map: namedMapSchema })
  .meta({ id: 'MapReading' })
export type MapReading = z.output<typeof mapReadingSchema>
