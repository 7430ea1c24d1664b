import { z } from 'zod'
import type {
  ThemeRow,
  ThemesQuestion,
  ThemesSummary,
  ThemeTextRow,
  ThemeTextsQuestion,
  ThemeTextsSummary,
} from '../../journey/methods/themes.ts'
import type { Holds, SameShape } from '../same-shape.ts'
import { methodAsked, type MethodSchemas } from './method-asked.ts'

const text = z.string().max(1000)
const bucket = z.enum(['week', 'month'])
const feeling = z.object({ n: z.int(), mean: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable() })
const languages = z.array(z.object({ language: z.string(), texts: z.int() }))
const verbatim = z.object({
  customer: z.string(),
  time: z.number(),
  touchpoint: z.string(),
  channel: z.string(),
  score: z.number().nullable(),
  scale: z.string(),
  text: z.string(),
  file: z.string(),
  line: z.number(),
})

export const themesSchemas = {
  question: z.strictObject({
    question: z.literal('themes'),
    ...methodAsked,
    touchpoints: z.array(text.min(1)).max(1000).exactOptional(),
    bucket: bucket.exactOptional(),
    excluded: z.boolean().exactOptional(),
  }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    namedBy: z.enum(['phrases', 'person', 'model']),
    keyphrases: z.array(z.object({ phrase: z.string(), key: z.string(), texts: z.int() })),
    texts: z.int(),
    customers: z.int(),
    highlights: z.int(),
    share: z.number(),
    tooFew: z.boolean(),
    touchpoints: z.array(z.object({ touchpoint: z.string(), texts: z.int(), scores: feeling })),
    scores: feeling,
    words: feeling,
    trend: z.array(z.object({ start: z.number(), texts: z.int(), all: z.int() })),
    languages,
    verbatims: z.array(verbatim),
    merged: z.array(z.object({ id: z.string(), name: z.string() })),
    excluded: z.boolean(),
    summary: z.exactOptional(
      z.object({ text: z.string(), writtenBy: z.enum(['person', 'model']), acceptedBy: z.string(), at: z.number() }),
    ),
  }),
  summary: z.object({
    total: z.int(),
    texts: z.int(),
    inThemes: z.int(),
    excluded: z.int(),
    leftOver: z.int(),
    noWords: z.int(),
    highlights: z.int(),
    bucket,
    languages,
    waiting: z.int(),
  }),
} satisfies MethodSchemas

export const themeTextsSchemas = {
  question: z.strictObject({
    question: z.literal('theme-texts'),
    ...methodAsked,
    theme: text.min(1).exactOptional(),
    touchpoints: z.array(text.min(1)).max(1000).exactOptional(),
    start: z.number().int().exactOptional(),
    bucket: bucket.exactOptional(),
    each: z.enum(['text', 'customer']).exactOptional(),
  }),
  row: verbatim.extend({
    words: z.number().nullable(),
    language: z.string(),
    note: z.exactOptional(z.string()),
    highlight: z.exactOptional(z.string()),
  }),
  summary: z.object({ theme: z.string(), name: z.string() }),
} satisfies MethodSchemas

/** @public */
export type ThemesSchemasAreExact = [
  Holds<SameShape<z.output<typeof themesSchemas.question>, ThemesQuestion>>,
  Holds<SameShape<z.output<typeof themesSchemas.row>, ThemeRow>>,
  Holds<SameShape<z.output<typeof themesSchemas.summary>, ThemesSummary>>,
  Holds<SameShape<z.output<typeof themeTextsSchemas.question>, ThemeTextsQuestion>>,
  Holds<SameShape<z.output<typeof themeTextsSchemas.row>, ThemeTextRow>>,
  Holds<SameShape<z.output<typeof themeTextsSchemas.summary>, ThemeTextsSummary>>,
]
