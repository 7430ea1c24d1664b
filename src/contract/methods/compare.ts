import { z } from 'zod'
import { compareMeasures, type CompareQuestion, type CompareRow, type CompareSummary } from '../../journey/methods/compare.ts'
import { journeyFilterSchema } from '../question-schema.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const group = z.strictObject({ name: z.string().min(1).max(200), journeys: journeyFilterSchema.exactOptional() })

export const compareSchemas = {
  question: z.strictObject({ question: z.literal('compare'), ...methodAsked, a: group, b: group }),
  row: z.object({
    measure: z.enum(compareMeasures),
    touchpoint: z.string(),
    to: z.string(),
    a: z.number(),
    b: z.number(),
    nA: z.int(),
    nB: z.int(),
    difference: z.number().describe('a less b'),
    low: z.number(),
    high: z.number(),
    p: z.number(),
    verdict: z.enum(['clear', 'unclear']),
  }),
  summary: z.object({ journeysA: z.int(), journeysB: z.int(), both: z.int(), tooFew: z.int() }),
} satisfies MethodSchemas

/** @public */
export type CompareSchemasAreExact = [
  Holds<SameShape<z.output<typeof compareSchemas.question>, CompareQuestion>>,
  Holds<SameShape<z.output<typeof compareSchemas.row>, CompareRow>>,
  Holds<SameShape<z.output<typeof compareSchemas.summary>, CompareSummary>>,
]
