import { z } from 'zod'
import { timeSchema } from './ids.ts'
import { pageOf } from './page.ts'

export const sourceSchema = z
  .object({
    name: z.string(),
    imports: z.int(),
    events: z.int(),
    customers: z.int(),
    from: timeSchema.nullable(),
    to: timeSchema.nullable(),
  })
  .meta({ id: 'Source' })

export const sourceListSchema = pageOf(sourceSchema).meta({ id: 'SourceList' })
