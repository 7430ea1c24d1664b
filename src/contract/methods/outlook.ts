import { z } from 'zod'
import { outlookLists, type OutlookQuestion, type OutlookRow, type OutlookSummary } from '../../journey/methods/outlook.ts'
import { timeSchema } from '../ids.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const list = z.enum(outlookLists)

export const outlookSchemas = {
  question: z.strictObject({ question: z.literal('outlook'), ...methodAsked, list: list.exactOptional() }),
  row: z.object({
    list,
    customer: z.string(),
    touchpoint: z.string(),
    since: timeSchema,
    waited: z.number(),
    goal: z.number().nullable().describe('Chance of the goal, having waited this long; null where the definition names none'),
    silence: z.number().describe('Chance that nothing more comes'),
    n: z.int().describe('Closed journeys like this that the list rests on'),
    reason: z.string(),
    hint: z.string().describe('What the nearest journey that reached the goal did next'),
    converter: z.array(z.string()),
    like: z.int().describe('How many touchpoints of that journey lie behind'),
  }),
  summary: z.object({
    open: z.int(),
    looked: z.int(),
    counts: z.array(z.object({ list, count: z.int() })),
    learnt: z.int(),
    asOf: timeSchema,
  }),
} satisfies MethodSchemas

/** @public */
export type OutlookSchemasAreExact = [
  Holds<SameShape<z.output<typeof outlookSchemas.question>, OutlookQuestion>>,
  Holds<SameShape<z.output<typeof outlookSchemas.row>, OutlookRow>>,
  Holds<SameShape<z.output<typeof outlookSchemas.summary>, OutlookSummary>>,
]
