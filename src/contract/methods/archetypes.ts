import { z } from 'zod'
import type { ArchetypeRow, ArchetypesQuestion, ArchetypesSummary } from '../../journey/methods/archetypes.ts'
import { archetypeLimits, outcomeSchema } from '../question-schema.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const measured = { value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() }
const ms = z.number().nullable()

export const archetypesSchemas = {
  question: z.strictObject({ question: z.literal('archetypes'), ...methodAsked, ...archetypeLimits }),
  row: z.object({
    number: z.int(),
    name: z.string().describe('What sets it apart'),
    journeys: z.int().describe('Journeys that belong to it most; over all archetypes they add up to all journeys'),
    share: z.number(),
    expectedShare: z.number(),
    representative: z.array(z.string()).describe('A path that somebody really took, nearest to all of the group'),
    representativeJourneys: z.int(),
    similarity: z.number(),
    events: z.number(),
    outcomes: z.array(z.object({ ...measured, outcome: outcomeSchema, journeys: z.int() })),
    emotion: z.object({ ...measured, n: z.int() }),
    p50Duration: ms,
    p90Duration: ms,
    traits: z.array(z.object({ touchpoint: z.string(), here: z.number(), elsewhere: z.number() })),
    rule: z
      .object({ reached: z.array(z.string()), notReached: z.array(z.string()), precision: z.number(), recall: z.number() })
      .describe('The best short rule on touchpoints for who belongs here'),
    touchpoints: z.array(
      z.object({ touchpoint: z.string(), journeys: z.int(), reach: z.number(), elsewhere: z.number(), position: z.number() }),
    ),
    transitions: z.array(
      z.object({ from: z.string(), to: z.string(), count: z.int(), journeys: z.int(), p50: z.number(), p90: z.number() }),
    ),
    segments: z.array(z.object({ property: z.string(), value: z.string(), journeys: z.int(), share: z.number(), elsewhere: z.number() })),
  }),
  summary: z.object({
    variants: z.int(),
    tried: z.array(z.object({ size: z.int(), logLikelihood: z.number(), bic: z.number(), heldOut: z.number().nullable() })),
    certainty: z.number(),
    coverage: z.number(),
    most: z.int(),
    seeds: z.int(),
    oneIn: z.int(),
    hasGoal: z.boolean(),
  }),
} satisfies MethodSchemas

/** @public */
export type ArchetypesSchemasAreExact = [
  Holds<SameShape<z.output<typeof archetypesSchemas.question>, ArchetypesQuestion>>,
  Holds<SameShape<z.output<typeof archetypesSchemas.row>, ArchetypeRow>>,
  Holds<SameShape<z.output<typeof archetypesSchemas.summary>, ArchetypesSummary>>,
]
