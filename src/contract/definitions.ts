import { z } from 'zod'
import type { JourneyDefinition } from '../journey/definition.ts'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { pageOf } from './page.ts'
import { journeyDefinitionSchema } from './question-schema.ts'

/** Whose events make one journey, where it starts and ends. Durations are milliseconds. */
export const namedDefinitionSchema = journeyDefinitionSchema.meta({ id: 'JourneyDefinition' }) as z.ZodType<JourneyDefinition>

export const definitionRecordSchema = z
  .object({
    id: idSchema,
    definition: namedDefinitionSchema,
    builtIn: z.boolean().describe('Comes with Wend and cannot be changed'),
    changedAt: timeSchema.nullable(),
    changedBy: personNameSchema.nullable(),
  })
  .meta({ id: 'DefinitionRecord' })
export type DefinitionRecord = z.output<typeof definitionRecordSchema>

export const definitionListSchema = pageOf(definitionRecordSchema).meta({ id: 'DefinitionList' })
export const definitionParamsSchema = z.object({ id: idSchema })

/** A stored definition by its id, or one written out. Missing: all events of a customer. */
export const definitionChoiceSchema = z.union([idSchema, namedDefinitionSchema])
export type DefinitionChoice = string | JourneyDefinition
