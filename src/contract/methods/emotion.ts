import { z } from 'zod'
import { emotionSeries, momentKinds, type EmotionQuestion, type EmotionRow, type EmotionSummary } from '../../journey/methods/emotion.ts'
import { textMethods } from '../../journey/text-feelings.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const method = z.enum(textMethods)
const series = z.enum(emotionSeries)
const interval = { low: z.number().nullable(), high: z.number().nullable() }
const value = { n: z.int(), mean: z.number().nullable().describe('−1..+1; null: too few'), ...interval }
const links = z.object({ own: z.int(), explicit: z.int(), nearest: z.int() })
const figure = z.object({
  scale: z.string(),
  rule: z.string().describe('Which formula'),
  unit: z.enum(['points', 'percent', 'scale']),
  n: z.int(),
  value: z.number(),
  ...interval,
})

export const emotionSchemas = {
  question: z.strictObject({
    question: z.literal('emotion'),
    ...methodAsked,
    method: method.exactOptional().describe('How texts are scored; the model takes longer'),
  }),
  row: z.object({
    touchpoint: z.string(),
    series: series.describe('By the scores that people gave, or by what they wrote; never mixed'),
    position: z.number(),
    ...value,
    sd: z.number(),
    tooFew: z.boolean(),
    links,
    notScored: z.int().describe('Texts that nobody scored, such as those in other languages than English'),
    figures: z.array(figure),
  }),
  summary: z.object({
    overall: z.array(z.object({ series, ...value, links })),
    figures: z.array(figure),
    moments: z.array(
      z.object({ kind: z.enum(momentKinds), series, touchpoint: z.string(), ...value, apart: z.boolean(), journeys: z.int().nullable() }),
    ),
    words: z.object({
      method,
      texts: z.int(),
      scored: z.int(),
      languages: z.array(z.object({ language: z.string(), texts: z.int(), scored: z.int() })),
      measured: z.array(z.object({ set: z.string(), texts: z.int(), measure: z.enum(['r', 'accuracy']), figure: z.number() })),
    }),
  }),
} satisfies MethodSchemas

/** @public */
export type EmotionSchemasAreExact = [
  Holds<SameShape<z.output<typeof emotionSchemas.question>, EmotionQuestion>>,
  Holds<SameShape<z.output<typeof emotionSchemas.row>, EmotionRow>>,
  Holds<SameShape<z.output<typeof emotionSchemas.summary>, EmotionSummary>>,
]
