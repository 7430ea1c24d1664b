import { z } from 'zod'
import type { AnyAnswer, RowOf } from '../journey/answer.ts'
import type { QuestionName } from '../journey/question.ts'
import { timeSchema } from './ids.ts'
import { flowEndSchema, outcomeSchema, pathNodeSchema } from './question-schema.ts'
import type { Holds, SameShape } from './same-shape.ts'

const group = { group: z.exactOptional(z.string()) }
const ms = z.number().nullable()

/** The row of each question's answer; durations are milliseconds, rates 0 to 1, normalised scores −1 to +1. */
export const answerRows = {
  overview: z.object({
    ...group,
    customers: z.int(),
    accounts: z.int(),
    journeys: z.int(),
    events: z.int(),
    touchpoints: z.int(),
    variants: z.int(),
    reachedGoal: z.int(),
    lost: z.int(),
    open: z.int(),
    from: timeSchema.nullable(),
    to: timeSchema.nullable(),
    meanDuration: ms,
    p50Duration: ms,
    p90Duration: ms,
    feedback: z.int(),
    verbatims: z.int(),
  }),
  touchpoints: z.object({
    ...group,
    touchpoint: z.string(),
    channel: z.string(),
    journeys: z.int(),
    occurrences: z.int(),
    starts: z.int(),
    ends: z.int(),
    exits: z.int(),
    exitRate: z.number(),
    repeats: z.int(),
    p50ToNext: ms,
    p90ToNext: ms,
    position: z.number(),
  }),
  transitions: z.object({
    ...group,
    from: z.string(),
    to: z.string(),
    count: z.int(),
    journeys: z.int(),
    p50: z.number(),
    p90: z.number(),
    slow: z.exactOptional(z.int()),
  }),
  variants: z.object({ ...group, path: z.array(z.string()), journeys: z.int(), share: z.number(), reachedGoal: z.int(), p50Duration: ms }),
  funnel: z.object({
    ...group,
    step: z.string(),
    journeys: z.int(),
    conversion: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    p25: ms,
    p50: ms,
    p75: ms,
    p90: ms,
    lost: z.int(),
  }),
  flow: z.object({ ...group, from: flowEndSchema, to: flowEndSchema, count: z.int(), journeys: z.int() }),
  stages: z.object({
    ...group,
    stage: z.string(),
    journeys: z.int(),
    exits: z.int(),
    events: z.int(),
    p50Time: ms,
    p90Time: ms,
    scores: z.int(),
    meanScore: z.number().nullable(),
    sdScore: z.number().nullable(),
  }),
  paths: z.object({ ...group, column: z.int(), from: pathNodeSchema, to: pathNodeSchema, journeys: z.int() }),
  timeline: z.object({
    time: timeSchema,
    touchpoint: z.string(),
    channel: z.string(),
    account: z.string(),
    role: z.string(),
    source: z.string(),
    score: z.number().nullable(),
    scale: z.string(),
    verbatim: z.string(),
    properties: z.record(z.string(), z.string()),
    file: z.string(),
    line: z.int(),
    journey: z.int().nullable(),
  }),
  trend: z.object({ ...group, start: timeSchema, value: z.number().nullable(), n: z.int() }),
  scores: z.object({
    ...group,
    touchpoint: z.string(),
    scale: z.string(),
    n: z.int(),
    meanRaw: z.number(),
    mean: z.number(),
    sd: z.number(),
    own: z.int(),
    explicit: z.int(),
    nearest: z.int(),
    promoters: z.int(),
    detractors: z.int(),
    topTwo: z.int(),
  }),
  verbatims: z.object({
    customer: z.string(),
    time: timeSchema,
    touchpoint: z.string(),
    channel: z.string(),
    score: z.number().nullable(),
    scale: z.string(),
    text: z.string(),
    file: z.string(),
    line: z.int(),
  }),
  members: z.object({
    customer: z.string(),
    journey: z.int(),
    start: timeSchema,
    end: timeSchema,
    events: z.int(),
    outcome: outcomeSchema,
    time: z.exactOptional(timeSchema),
  }),
} as const satisfies Readonly<Record<QuestionName, z.ZodType>>

type RowsAreExact = { readonly [Name in QuestionName]: SameShape<z.output<(typeof answerRows)[Name]>, RowOf[Name]> }
/** The compiler's proof that every row schema is exactly its row type. @public */
export type AnswerSchemasAreExact = Holds<RowsAreExact[QuestionName]>

const answerTo = <Name extends QuestionName>(question: Name) =>
  z.object({
    question: z.literal(question),
    unit: z.enum(['customers', 'accounts', 'journeys', 'occurrences']),
    journeys: z.int().describe('What the question looked at after its filters'),
    events: z.int(),
    total: z.int().describe('Rows there are without `limit`'),
    rows: z.array(answerRows[question]),
    other: z.exactOptional(z.record(z.string(), z.number())).describe('Sums of the rows that `limit` cut off'),
  })

/** Any question's answer; `question` says which rows it holds. */
export const answerSchema = z
  .discriminatedUnion('question', [
    answerTo('overview'),
    answerTo('touchpoints'),
    answerTo('transitions'),
    answerTo('variants'),
    answerTo('funnel'),
    answerTo('flow'),
    answerTo('stages'),
    answerTo('paths'),
    answerTo('timeline'),
    answerTo('trend'),
    answerTo('scores'),
    answerTo('verbatims'),
    answerTo('members'),
  ])
  .meta({ id: 'Answer' }) as unknown as z.ZodType<AnyAnswer>
