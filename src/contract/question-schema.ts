import { z } from 'zod'
import type { JourneyDefinition } from '../journey/definition.ts'
import { deviationKinds, type EventFilter, type JourneyFilter, type PropertyTest } from '../journey/filter.ts'
import type { FlowEnd, MemberPick, PathNode } from '../journey/member-pick.ts'
import type { Question, StageGroup } from '../journey/question.ts'
import { planSchema } from './plan-schema.ts'
import type { Holds, SameShape } from './same-shape.ts'

const text = z.string().max(1000)
const name = text.min(1)
const texts = z.array(text).max(1000)
const names = z.array(name).max(1000)
const utcMs = z.number().int()
const duration = z.number().nonnegative()
export const pageSchema = { limit: z.number().int().min(0).exactOptional(), offset: z.number().int().min(0).exactOptional() }

export const propertyTestSchema = z.strictObject({ property: name, operator: z.enum(['=', '!=', '<', '<=', '>', '>=']), value: text })

export const eventFilterSchema = z.strictObject({
  touchpoints: names.exactOptional(),
  notTouchpoints: names.exactOptional(),
  channels: texts.exactOptional(),
  sources: texts.exactOptional(),
  roles: texts.exactOptional(),
  properties: z.array(propertyTestSchema).max(100).exactOptional(),
  from: utcMs.exactOptional(),
  to: utcMs.exactOptional(),
})

export const outcomeSchema = z.enum(['goal', 'lost', 'open'])

export const archetypeLimits = { most: z.int().min(1).max(8).exactOptional(), seeds: z.int().min(1).max(32).exactOptional() }
const plainJourneyFilter = {
  reached: names.exactOptional(),
  notReached: names.exactOptional(),
  properties: z.array(propertyTestSchema).max(100).exactOptional(),
  outcomes: z.array(outcomeSchema).max(3).exactOptional(),
  minDurationMs: duration.exactOptional(),
  maxDurationMs: duration.exactOptional(),
  startFrom: utcMs.exactOptional(),
  startTo: utcMs.exactOptional(),
  ids: names.exactOptional(),
  paths: z.array(z.array(name)).max(1000).exactOptional(),
  oneIn: z.int().min(1).exactOptional(),
}
const deviationChoiceSchema = z.strictObject({ plan: planSchema, kind: z.enum(deviationKinds), what: text })
const archetypeChoiceSchema = z.strictObject({
  number: z.int().min(1).max(8),
  ...archetypeLimits,
  among: z.strictObject({ ...plainJourneyFilter, deviation: deviationChoiceSchema.exactOptional() }).exactOptional(),
})
export const journeyFilterSchema = z.strictObject({
  ...plainJourneyFilter,
  deviation: deviationChoiceSchema.exactOptional(),
  archetype: archetypeChoiceSchema.exactOptional(),
})

export const journeyDefinitionSchema = z.strictObject({
  name,
  unit: z.enum(['customer', 'account']),
  filter: eventFilterSchema,
  start: names,
  goal: names,
  repeats: z.boolean(),
  inactivityMs: duration.exactOptional(),
  stillOpenMs: duration.exactOptional(),
  feedbackWindowMs: duration.exactOptional(),
  segments: z.array(name).max(100),
})

export const flowEndSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start') }),
  z.strictObject({ kind: z.literal('stage'), stage: name }),
  z.strictObject({ kind: outcomeSchema }),
])
export const pathNodeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('touchpoint'), touchpoint: name }),
  z.strictObject({ kind: z.literal('other') }),
  z.strictObject({ kind: z.literal('edge') }),
])

const group = { group: text.exactOptional() }
const touchpointNumber = z.enum(['journeys', 'occurrences', 'starts', 'ends', 'exits', 'repeats'])
const passageNumber = z.enum(['count', 'journeys'])
export const memberPickSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...group, kind: z.literal('journeys') }),
  z.strictObject({ ...group, kind: z.literal('outcome'), outcome: outcomeSchema }),
  z.strictObject({ ...group, kind: z.literal('touchpoint'), touchpoint: name, number: touchpointNumber }),
  z.strictObject({ ...group, kind: z.literal('transition'), from: name, to: name, number: z.enum(['count', 'journeys', 'slow']) }),
  z.strictObject({ ...group, kind: z.literal('variant'), path: z.array(name) }),
  z.strictObject({ ...group, kind: z.literal('funnel-step'), step: z.number().int().min(1).max(32), number: z.enum(['reached', 'lost']) }),
  z.strictObject({ ...group, kind: z.literal('flow'), from: flowEndSchema, to: flowEndSchema, number: passageNumber }),
  z.strictObject({ ...group, kind: z.literal('stage'), stage: name, number: z.enum(['journeys', 'exits']) }),
  z.strictObject({ ...group, kind: z.literal('path'), column: z.number().int(), from: pathNodeSchema, to: pathNodeSchema }),
  z.strictObject({ ...group, kind: z.literal('bucket'), start: utcMs }),
  z.strictObject({
    ...group,
    kind: z.literal('hand-off'),
    from: name,
    to: name,
    fromTouchpoint: name.exactOptional(),
    toTouchpoint: name.exactOptional(),
    number: z.enum(['count', 'journeys', 'ended', 'later']),
  }),
  z.strictObject({
    ...group,
    kind: z.literal('channel'),
    channel: text,
    number: z.enum(['journeys', 'occurrences', 'starts', 'ends', 'exits', 'switched', 'stayed']),
  }),
  z.strictObject({ ...group, kind: z.literal('breadth'), people: z.number().int().min(1) }),
  z.strictObject({ ...group, kind: z.literal('score'), touchpoint: name, scale: name.exactOptional() }),
])

const asked = {
  events: eventFilterSchema.exactOptional(),
  journeys: journeyFilterSchema.exactOptional(),
  groupBy: name.exactOptional(),
  groupPaths: z
    .array(z.strictObject({ group: name, paths: z.array(z.array(name)).max(1000) }))
    .max(100)
    .exactOptional(),
  ...pageSchema,
}
export const stageGroupSchema = z.strictObject({ stage: name, touchpoints: names })
const stages = z.array(stageGroupSchema).max(100)
const collapseRepeats = z.boolean().exactOptional()

/** Every question but `members`; a member list names one of these. */
export const aggregateQuestionSchema = z.discriminatedUnion('question', [
  z.strictObject({ question: z.literal('overview'), ...asked }),
  z.strictObject({ question: z.literal('touchpoints'), ...asked }),
  z.strictObject({ question: z.literal('transitions'), ...asked, collapseRepeats, slowerThanMs: duration.exactOptional() }),
  z.strictObject({ question: z.literal('variants'), ...asked, collapseRepeats }),
  z.strictObject({
    question: z.literal('funnel'),
    ...asked,
    steps: z.array(name).min(1).max(32),
    windowMs: duration.exactOptional(),
    ties: z.enum(['capture-order', 'step-order', 'strictly-later']),
    order: z.enum(['ordered', 'strict', 'any']),
  }),
  z.strictObject({ question: z.literal('flow'), ...asked, stages }),
  z.strictObject({ question: z.literal('stages'), ...asked, stages }),
  z.strictObject({
    question: z.literal('paths'),
    ...asked,
    touchpoint: name,
    direction: z.enum(['before', 'after']),
    depth: z.number().int().min(1).max(10),
    perColumn: z.number().int().min(1).max(100),
  }),
  z.strictObject({ question: z.literal('timeline'), ...asked, customer: name }),
  z.strictObject({
    question: z.literal('trend'),
    ...asked,
    measure: z.enum(['journeys', 'events', 'conversion', 'score']),
    bucket: z.enum(['day', 'week', 'month']),
    touchpoint: name.exactOptional(),
  }),
  z.strictObject({ question: z.literal('scores'), ...asked }),
  z.strictObject({ question: z.literal('makeup'), ...asked }),
  z.strictObject({
    question: z.literal('verbatims'),
    ...asked,
    touchpoint: name.exactOptional(),
    order: z.enum(['newest', 'hash']).exactOptional(),
  }),
  z.strictObject({ question: z.literal('hand-offs'), ...asked, places: z.boolean().exactOptional(), later: names.exactOptional() }),
  z.strictObject({ question: z.literal('channel-visits'), ...asked }),
  z.strictObject({ question: z.literal('account-list'), ...asked, stages, role: name.exactOptional(), silentMs: duration }),
  z.strictObject({ question: z.literal('account-roles'), ...asked, silentMs: duration }),
  z.strictObject({ question: z.literal('account-breadth'), ...asked }),
  z.strictObject({ question: z.literal('account-events'), ...asked, account: name }),
])

export const membersQuestionSchema = z.strictObject({
  question: z.literal('members'),
  of: aggregateQuestionSchema,
  pick: memberPickSchema,
  ...pageSchema,
})

export const questionSchema = z.discriminatedUnion('question', [...aggregateQuestionSchema.options, membersQuestionSchema])

/** The compiler's proof that the schemas accept exactly the domain types, no key more and no key less. @public */
export type QuestionSchemasAreExact = [
  Holds<SameShape<z.output<typeof propertyTestSchema>, PropertyTest>>,
  Holds<SameShape<z.output<typeof eventFilterSchema>, EventFilter>>,
  Holds<SameShape<z.output<typeof journeyFilterSchema>, JourneyFilter>>,
  Holds<SameShape<z.output<typeof journeyDefinitionSchema>, JourneyDefinition>>,
  Holds<SameShape<z.output<typeof flowEndSchema>, FlowEnd>>,
  Holds<SameShape<z.output<typeof pathNodeSchema>, PathNode>>,
  Holds<SameShape<z.output<typeof stageGroupSchema>, StageGroup>>,
  Holds<SameShape<z.output<typeof memberPickSchema>, MemberPick>>,
  Holds<SameShape<z.output<typeof questionSchema>, Question>>,
]
