import { z } from 'zod'
import { deviationKinds } from '../../journey/filter.ts'
import type { FitQuestion, FitRow, FitSummary } from '../../journey/methods/fit.ts'
import { planSchema } from '../plan-schema.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const difference = z
  .object({ with: z.number(), without: z.number(), value: z.number(), low: z.number(), high: z.number(), p: z.number() })
  .nullable()

export const fitSchemas = {
  question: z.strictObject({ question: z.literal('fit'), ...methodAsked, plan: planSchema }),
  row: z.object({
    kind: z.enum(deviationKinds),
    what: z.string(),
    journeys: z.int(),
    share: z.number(),
    low: z.number(),
    high: z.number(),
    goal: difference,
    duration: difference.describe('Medians in ms, of journeys to the goal'),
    score: difference.describe('Mean normalised scores'),
    who: z
      .object({ property: z.string(), value: z.string(), share: z.number(), elsewhere: z.number(), n: z.int() })
      .nullable()
      .describe('Who does it most'),
  }),
  summary: z.object({
    fit: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
    asPlanned: z.int(),
    shortest: z.int(),
    steps: z.array(z.object({ step: z.string(), followed: z.int(), skipped: z.int() })),
    neverOccur: z.array(z.string()),
    variants: z.array(
      z.object({
        path: z.array(z.string()),
        journeys: z.int(),
        fit: z.number(),
        moves: z.array(z.object({ kind: z.enum(['match', 'skip', 'add']), step: z.string(), touchpoint: z.string() })),
      }),
    ),
    tooLong: z.int(),
    oneIn: z.int(),
  }),
} satisfies MethodSchemas

/** @public */
export type FitSchemasAreExact = [
  Holds<SameShape<z.output<typeof fitSchemas.question>, FitQuestion>>,
  Holds<SameShape<z.output<typeof fitSchemas.row>, FitRow>>,
  Holds<SameShape<z.output<typeof fitSchemas.summary>, FitSummary>>,
]
