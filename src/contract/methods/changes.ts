import { z } from 'zod'
import { changeMeasures, type ChangeRow, type ChangesQuestion, type ChangesSummary } from '../../journey/methods/changes.ts'
import { timeSchema } from '../ids.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const ms = z.number().nullable()

export const changesSchemas = {
  question: z.strictObject({ question: z.literal('changes'), ...methodAsked, bucket: z.enum(['day', 'week', 'month']) }),
  row: z.object({
    id: z.string(),
    measure: z.enum(changeMeasures),
    touchpoint: z.string(),
    to: z.string(),
    at: timeSchema.describe('When the first period of the new state begins'),
    before: z.number(),
    after: z.number(),
    nBefore: z.int(),
    nAfter: z.int(),
    difference: z.number().describe('After less before'),
    low: z.number(),
    high: z.number(),
    p50Before: ms,
    p50After: ms,
    p: z.number(),
    sentence: z.string(),
    values: z.array(z.number().nullable()),
  }),
  summary: z.object({ periods: z.array(timeSchema), series: z.int() }),
} satisfies MethodSchemas

/** @public */
export type ChangesSchemasAreExact = [
  Holds<SameShape<z.output<typeof changesSchemas.question>, ChangesQuestion>>,
  Holds<SameShape<z.output<typeof changesSchemas.row>, ChangeRow>>,
  Holds<SameShape<z.output<typeof changesSchemas.summary>, ChangesSummary>>,
]
