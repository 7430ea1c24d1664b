import type { z } from 'zod'
import { eventFilterSchema, journeyFilterSchema, pageSchema } from '../question-schema.ts'

/** What every method can be asked with. */
export const methodAsked = {
  events: eventFilterSchema.exactOptional(),
  journeys: journeyFilterSchema.exactOptional(),
  ...pageSchema,
}

/** A method on the wire. */
export interface MethodSchemas {
  readonly question: z.ZodObject
  readonly row: z.ZodType
  readonly summary: z.ZodType
}
