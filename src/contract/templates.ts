import { z } from 'zod'

export const templateSummarySchema = z
  .object({
    name: z.string(),
    title: z.string(),
    audience: z.enum(['B2C', 'B2B', 'any']),
    summary: z.string(),
    stages: z.array(z.object({ name: z.string(), purpose: z.string(), steps: z.array(z.string()) })),
    lanes: z.array(z.object({ kind: z.string(), name: z.string(), hint: z.string() })),
    savedBy: z.string().nullable().describe('Who saved it; null for one that comes with Wend'),
  })
  .meta({ id: 'TemplateSummary' })
export type TemplateSummary = z.output<typeof templateSummarySchema>

export const templateListSchema = z.object({ total: z.int(), rows: z.array(templateSummarySchema) }).meta({ id: 'TemplateList' })
