import { z } from 'zod'

/** The names that occur in the events, for pickers; at most 10,000 of each. */
export const vocabularySchema = z
  .object({
    touchpoints: z.array(z.object({ name: z.string(), channel: z.string(), events: z.int() })),
    channels: z.array(z.string()),
    properties: z.array(z.string()),
  })
  .meta({ id: 'Vocabulary' })
