import { z } from 'zod'
import type { ChannelsQuestion, ChannelsRow, ChannelsSummary } from '../../journey/methods/channels.ts'
import { answerRows } from '../answers.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { estimateSchema } from './estimate.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const estimate = estimateSchema.nullable()
const outcome = {
  from: z.string(),
  to: z.string(),
  count: z.int(),
  journeys: z.int(),
  p50: z.number(),
  reachedGoal: z.int(),
  lost: z.int(),
  ended: z.int(),
  goal: estimate,
  support: z.int(),
  scores: z.int(),
  meanScore: z.number().nullable(),
}

export const channelsSchemas = {
  question: z.strictObject({
    question: z.literal('channels'),
    ...methodAsked,
    places: z.number().int().min(1).max(1000).exactOptional(),
    support: z.array(z.string().min(1).max(1000)).max(1000).exactOptional(),
  }),
  row: z.object({ ...outcome, staying: estimate, difference: estimate, p: z.number().nullable() }),
  summary: z.object({
    channels: z.array(answerRows['channel-visits'].omit({ group: true })),
    places: z.array(z.object({ ...outcome, fromTouchpoint: z.string(), toTouchpoint: z.string() })),
    otherPlaces: z.object({ places: z.int(), count: z.int() }),
    support: z.array(z.string()),
    hasGoal: z.boolean(),
  }),
} satisfies MethodSchemas

/** @public */
export type ChannelsSchemasAreExact = [
  Holds<SameShape<z.output<typeof channelsSchemas.question>, ChannelsQuestion>>,
  Holds<SameShape<z.output<typeof channelsSchemas.row>, ChannelsRow>>,
  Holds<SameShape<z.output<typeof channelsSchemas.summary>, ChannelsSummary>>,
]
