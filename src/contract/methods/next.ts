import { z } from 'zod'
import type { NextQuestion, NextRow, NextSummary } from '../../journey/methods/next.ts'
import { timeSchema } from '../ids.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const chance = z.number().min(0).max(1)
const ms = z.number().nullable()
const point = z.object({ said: z.number(), seen: z.number(), low: z.number(), high: z.number(), moments: z.int() })
const quality = z.object({
  accuracy: z.number().describe('Share of moments at which the likeliest thing came'),
  logLoss: z.number(),
  calibrationError: z.number().describe('Distance between said and seen within moments that share their last two touchpoints, 0 to 1'),
  confidenceError: z.number().describe('Distance between said and seen of the likeliest thing, over ten bins'),
  moments: z.int(),
  bins: z.array(point),
})

export const nextSchemas = {
  question: z.strictObject({ question: z.literal('next'), ...methodAsked, path: z.array(z.string().min(1).max(1000)).max(1000) }),
  row: z.object({ next: z.string().describe('A touchpoint; empty: nothing comes'), chance, p50: ms, p90: ms, n: z.int() }),
  summary: z.object({
    seen: z.int(),
    goal: z.object({ chance, low: chance, high: chance, n: z.int() }).nullable(),
    order: z.int(),
    learnt: z.int(),
    judged: z.int(),
    judgedFrom: timeSchema.nullable(),
    quality: quality.nullable(),
    lastStep: quality.nullable(),
    majority: quality.nullable(),
    goalQuality: z
      .object({ brier: z.number(), brierOfBase: z.number(), moments: z.int(), bins: z.array(point) })
      .nullable()
      .describe('How well the chance of the goal is told on later journeys, beside always saying what is usual'),
  }),
} satisfies MethodSchemas

/** @public */
export type NextSchemasAreExact = [
  Holds<SameShape<z.output<typeof nextSchemas.question>, NextQuestion>>,
  Holds<SameShape<z.output<typeof nextSchemas.row>, NextRow>>,
  Holds<SameShape<z.output<typeof nextSchemas.summary>, NextSummary>>,
]
