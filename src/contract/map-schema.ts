import { z } from 'zod'
import type { CardId, JourneyMap, LaneId, StageId, StepId } from '../journey/map.ts'
import { mapFormat } from '../journey/map.ts'
import { err, ok, type Result } from '../journey/result.ts'
import { type MapProblem, validateMap } from '../journey/validate-map.ts'
import {
  aggregateQuestionSchema,
  flowEndSchema,
  journeyDefinitionSchema,
  journeyFilterSchema,
  memberPickSchema,
} from './question-schema.ts'
import type { Holds, SameShape } from './same-shape.ts'

const text = z.string().max(10_000)
/** What people write on a card. */
const longText = z.string().max(20_000)
const name = z.string().min(1).max(200)
/** The id of an asset, or a small picture itself as a `data:` URL; which of the two is good is said by `validateMap`. */
const picture = z.string().min(1).max(8_000_000)
/** An id on the wire is text; the brand exists for the compiler only. */
const id = <Id extends string>() => z.string().min(1).max(200) as unknown as z.ZodType<Id, string>
const count = z.number().int().nonnegative()
const share = z.number().min(0).max(1)
const number = z.number()
const time = z.number().int()

export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answer'),
    question: aggregateQuestionSchema,
    pick: memberPickSchema.exactOptional(),
    label: text,
    value: number,
    n: number,
    low: number.exactOptional(),
    high: number.exactOptional(),
    definition: journeyDefinitionSchema.exactOptional(),
    count: count.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('verbatim'),
    text: z.string().max(1_000_000),
    customer: text,
    time,
    file: text,
    line: count,
    score: number.exactOptional(),
    scale: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('document'), title: text, url: text.exactOptional(), quote: text.exactOptional() }),
  z.strictObject({ kind: z.literal('highlight'), text: longText, note: name, highlight: name, noteTitle: text, tags: z.array(text) }),
])

export const standingSchema = z.strictObject({
  kind: z.enum(['observed', 'reported', 'inferred', 'assumed', 'no data']),
  n: number.exactOptional(),
  low: number.exactOptional(),
  high: number.exactOptional(),
  asOf: time.exactOptional(),
  rule: text.exactOptional(),
})

const place = z.number().int().nonnegative()
export const textMarkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['bold', 'italic']), from: place, to: place }),
  z.strictObject({ kind: z.literal('link'), from: place, to: place, href: z.string().min(1).max(2000) }),
])
const marksSchema = z.array(textMarkSchema).max(2000)

export const cardBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: longText, marks: marksSchema.exactOptional() }),
  z.strictObject({ kind: z.literal('image'), image: picture, alt: text }),
  z.strictObject({
    kind: z.literal('touchpoint'),
    touchpoint: text,
    channel: text,
    journeys: count.nullable(),
    reach: share.nullable(),
    occurrences: count.nullable(),
    p50ToNext: number.nullable(),
    library: name.exactOptional(),
    team: text.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('channel'), channel: text, occurrences: count, share }),
  z.strictObject({
    kind: z.literal('kpi'),
    name: text,
    value: number.nullable(),
    unit: z.enum(['rate', 'ms', 'count', 'score']),
    low: number.exactOptional(),
    high: number.exactOptional(),
    target: number.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('emotion'),
    mean: number.nullable(),
    low: number.nullable(),
    high: number.nullable(),
    n: count,
    scale: text,
  }),
  z.strictObject({
    kind: z.literal('pain-point'),
    cause: z.enum(['exit', 'loop', 'wait', 'score', 'hand-off', 'backward', 'repeat', 'late', 'theme']),
    title: text,
    detail: text,
    journeys: count,
    effect: number,
    low: number,
    high: number,
    p: share,
    size: number.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('delight'),
    title: text,
    detail: text,
    journeys: count,
    effect: number,
    low: number,
    high: number,
    p: share,
    size: number.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('verbatim'), text, score: number.nullable(), scale: text }),
])

export const laneKindSchema = z.enum([
  'actions',
  'touchpoints',
  'channels',
  'thoughts',
  'emotions',
  'needs',
  'pain-points',
  'delights',
  'opportunities',
  'kpis',
  'verbatims',
  'owners',
  'backstage',
  'images',
  'custom',
])

export const personaSchema = z.strictObject({
  id: z.string().min(1),
  name: text,
  summary: text,
  goals: z.array(text),
  needs: z.array(text),
  pains: z.array(text),
  motivations: z.array(text).exactOptional(),
  behaviours: z.array(text).exactOptional(),
  channels: z.array(text).exactOptional(),
  quotes: z.array(text).exactOptional(),
  picture: picture.exactOptional(),
  segment: journeyFilterSchema.exactOptional(),
})

const stepSchema = z.strictObject({ id: id<StepId>(), name: text, touchpoints: z.array(text), map: name.exactOptional() })
const stageSchema = z.strictObject({
  id: id<StageId>(),
  name: text,
  purpose: text,
  steps: z.array(stepSchema).min(1),
  rule: text,
  numbers: z
    .strictObject({ journeys: count, reach: share, exits: count, exitRate: share, p50Time: number.nullable(), p90Time: number.nullable() })
    .exactOptional(),
})
const laneSchema = z.strictObject({ id: id<LaneId>(), kind: laneKindSchema, name: text, hint: text })
const cardSchema = z.strictObject({
  id: id<CardId>(),
  lane: id<LaneId>(),
  stage: id<StageId>(),
  step: id<StepId>().exactOptional(),
  body: cardBodySchema,
  evidence: z.array(evidenceSchema),
  standing: standingSchema,
  owner: text.exactOptional(),
  note: longText.exactOptional(),
  noteMarks: marksSchema.exactOptional(),
  pinned: z.literal(true).exactOptional(),
  hidden: z.literal(true).exactOptional(),
  assumed: z.literal(true).exactOptional(),
  findOut: z.enum(['open', 'done']).exactOptional(),
  personas: z.array(name).max(1000).exactOptional(),
})
const ribbonSchema = z.strictObject({ from: flowEndSchema, to: flowEndSchema, count, journeys: count })
const emotionPointSchema = z.strictObject({
  stage: id<StageId>(),
  step: id<StepId>().exactOptional(),
  mean: number.nullable(),
  low: number.nullable(),
  high: number.nullable(),
  n: count,
})
const drawnCurveSchema = z.strictObject({
  persona: name.nullable(),
  points: z.array(z.strictObject({ step: id<StepId>(), value: z.number().min(-1).max(1) })).max(2000),
})
const basisSchema = z.strictObject({
  definition: journeyDefinitionSchema,
  template: text.nullable(),
  sources: z.array(z.strictObject({ name: text, events: count })),
  customers: count,
  journeys: count,
  events: count,
  from: time.nullable(),
  to: time.nullable(),
  reachedGoal: count,
  notes: z.array(text).exactOptional(),
  wend: text,
  hash: text,
})

export const mapSchema = z.strictObject({
  format: z.literal(mapFormat),
  title: text,
  summary: text,
  kind: z.enum(['as-is', 'to-be']),
  personas: z.array(personaSchema),
  stages: z.array(stageSchema),
  lanes: z.array(laneSchema),
  cards: z.array(cardSchema).max(20_000),
  river: z.strictObject({ journeys: count, ribbons: z.array(ribbonSchema) }).exactOptional(),
  emotion: z.strictObject({ points: z.array(emotionPointSchema) }).exactOptional(),
  drawnCurves: z.array(drawnCurveSchema).max(1000).exactOptional(),
  basis: basisSchema.exactOptional(),
})

/**
 * The compiler's proof that the schema is exactly the type.
 * @public
 */
export type MapSchemaIsExact = Holds<SameShape<z.output<typeof mapSchema>, JourneyMap>>

export interface MapReadProblem {
  readonly code: MapProblem['code'] | 'not-json' | 'no-map' | 'newer-format' | 'bad-shape'
  readonly path: string
  readonly message: string
}

/** Reads a map from its JSON text. Refuses a newer format, a wrong shape and a map that contradicts itself, each with what to do. */
export function parseMap(json: string): Result<JourneyMap, readonly MapReadProblem[]> {
  const read = readJson(json)
  if (!read.ok) return err([{ code: 'not-json', path: '', message: `This is not JSON: ${read.error}. Export the map again as JSON.` }])
  const refusal = formatProblem(read.value)
  if (refusal) return err([refusal])
  const shaped = mapSchema.safeParse(read.value)
  if (!shaped.success)
    return err(shaped.error.issues.slice(0, 20).map(({ path, message }) => ({ code: 'bad-shape', path: written(path), message })))
  const problems = validateMap(shaped.data)
  return problems.length > 0 ? err(problems) : ok(shaped.data)
}

/** The JSON Schema (draft 2020-12) of the map format, as it is published in docs. */
export function mapJsonSchema(): Readonly<Record<string, unknown>> {
  return { title: 'Wend journey map', ...z.toJSONSchema(mapSchema, { reused: 'ref' }) }
}

function readJson(json: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(json))
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error))
  }
}

function formatProblem(value: unknown): MapReadProblem | undefined {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format === mapFormat) return undefined
  const version = typeof format === 'string' ? /^wend-map\/(\d+)$/.exec(format)?.[1] : undefined
  if (version === undefined)
    return { code: 'no-map', path: 'format', message: `This is not a Wend map: its "format" should be "${mapFormat}".` }
  return {
    code: 'newer-format',
    path: 'format',
    message: `This map was written by a newer Wend (${String(format)}); this one reads ${mapFormat}. Update Wend, or export the map from the newer one in the older format.`,
  }
}

const written = (path: readonly PropertyKey[]) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '')
