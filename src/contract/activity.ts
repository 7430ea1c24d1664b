import { z } from 'zod'
import { personNameSchema, timeSchema } from './ids.ts'

export const activityQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('Groups'),
  before: z.exactOptional(z.coerce.number().int().min(1).max(2_147_483_647)).describe('The `next` of the page before'),
})
export type ActivityQuery = z.output<typeof activityQuerySchema>

const thingSchema = z.object({
  what: z.enum(['card', 'stage', 'step', 'lane']),
  id: z.string(),
  name: z.string().nullable().describe('What it says now; null when it is no longer on the map'),
})

/** What one person changed within one minute. */
export const activityGroupSchema = z
  .object({
    by: personNameSchema,
    from: timeSchema,
    to: timeSchema,
    updates: z.int(),
    total: z.int().describe('Things touched in all'),
    things: z.array(thingSchema).describe('The first of them'),
  })
  .meta({ id: 'ActivityGroup' })
export type ActivityGroup = z.output<typeof activityGroupSchema>

export const activitySchema = z
  .object({ rows: z.array(activityGroupSchema), next: z.int().nullable().describe('Ask for what came before this; null at the beginning') })
  .meta({ id: 'MapActivity' })
export type Activity = z.output<typeof activitySchema>
