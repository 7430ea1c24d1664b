import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'

/** A picture of the workspace. Cards and personas name it by its id. */
export const assetSchema = z
  .object({
    id: idSchema,
    type: z.enum(['image/png', 'image/jpeg', 'image/webp', 'image/gif']),
    width: z.int().describe('Pixels'),
    height: z.int(),
    bytes: z.int(),
    at: timeSchema,
    by: personNameSchema,
  })
  .meta({ id: 'Asset' })
export type Asset = z.output<typeof assetSchema>

export const assetParamsSchema = z.object({ id: idSchema })
