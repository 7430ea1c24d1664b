import { z } from 'zod'
import { idSchema } from './ids.ts'

export const uploadSchema = z
  .object({
    upload: idSchema,
    name: z.string().describe('The file name people know it by'),
    bytes: z.int(),
  })
  .meta({ id: 'Upload' })
export type Upload = z.output<typeof uploadSchema>

export const uploadQuerySchema = z.object({ name: z.string().trim().min(1).max(255) })
