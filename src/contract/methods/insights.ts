import { z } from 'zod'
import { insightKinds, type Insight } from '../../journey/insight.ts'
import type { InsightsQuestion, InsightsSummary } from '../../journey/methods/insights.ts'
import { evidenceSchema } from '../map-schema.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const kind = z.enum(insightKinds)

export const insightSchema = z.object({
  id: z.string(),
  kind,
  cause: z.string(),
  title: z.string(),
  detail: z.string(),
  touchpoint: z.exactOptional(z.string()),
  to: z.exactOptional(z.string()),
  effect: z.exactOptional(z.number()),
  low: z.exactOptional(z.number()),
  high: z.exactOptional(z.number()),
  unit: z.exactOptional(z.enum(['share', 'score', 'ms'])),
  p: z.exactOptional(z.number()),
  n: z.number(),
  affected: z.number(),
  size: z.number(),
  money: z.exactOptional(z.object({ value: z.number(), currency: z.string() })),
  evidence: z.array(evidenceSchema),
  merged: z.exactOptional(z.array(z.object({ title: z.string(), detail: z.string() }))),
  caution: z.exactOptional(z.string()),
})

export const insightsSchemas = {
  question: z.strictObject({ question: z.literal('insights'), ...methodAsked, kinds: z.array(kind).exactOptional() }),
  row: insightSchema,
  summary: z.object({
    found: z.array(z.object({ kind, count: z.int() })),
    looked: z.array(z.object({ cause: z.string(), candidates: z.int() })),
    sample: z.object({ journeys: z.int(), scores: z.int() }),
  }),
} satisfies MethodSchemas

/** @public */
export type InsightsSchemasAreExact = [
  Holds<SameShape<z.output<typeof insightsSchemas.question>, InsightsQuestion>>,
  Holds<SameShape<Omit<z.output<typeof insightSchema>, 'evidence'>, Omit<Insight, 'evidence'>>>,
  Holds<SameShape<z.output<typeof insightsSchemas.summary>, InsightsSummary>>,
]
