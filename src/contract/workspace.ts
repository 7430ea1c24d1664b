import { z } from 'zod'
import { timeSchema } from './ids.ts'

export const roles = ['owner', 'editor', 'commenter', 'viewer'] as const
export type Role = (typeof roles)[number]

export const workspaceSchema = z
  .object({
    name: z.string(),
    person: z.object({ id: z.int(), name: z.string(), role: z.enum(roles) }),
    /** Nothing imported yet: screens show how to begin. */
    empty: z.boolean(),
    imports: z.int(),
    events: z.int(),
    customers: z.int().describe('Most customers of one source; sources may share customers'),
    from: timeSchema.nullable(),
    to: timeSchema.nullable(),
    maps: z.int(),
    version: z.string().describe('Version of Wend'),
    limits: z.object({ uploadBytes: z.int(), rows: z.int(), steps: z.int() }),
  })
  .meta({ id: 'Workspace' })
export type Workspace = z.output<typeof workspaceSchema>
