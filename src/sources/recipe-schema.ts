import { z } from 'zod'
import { parseScale } from '../journey/scale.ts'
import { parseText, placeholder } from './placeholders.ts'

const text = z.string().superRefine((value, context) => {
  const parts = parseText(value)
  if (!parts.ok) context.addIssue({ code: 'custom', message: parts.error })
})
const needed = text.refine((value) => value !== '', 'is empty: write a {column} or a text')

const mapped = z.union([
  needed,
  z.strictObject({
    value: needed,
    map: z.record(z.string(), z.string()).describe('Value found → text to use.'),
    otherwise: z.enum(['keep', 'skip']).default('keep').describe('A value that is not in the table: keep it as it is, or skip the row.'),
  }),
])

export const timeFormats = ['iso', 'day-first', 'month-first', 'unix-seconds', 'unix-milliseconds', 'unix-microseconds'] as const
const time = z.union([
  needed.transform((value) => ({ value, format: 'iso' as const })),
  z.strictObject({ value: needed, format: z.enum(timeFormats).default('iso') }),
])

const scale = z.string().superRefine((value, context) => {
  const parsed = parseScale(value)
  if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.error })
})

const file = z.union([
  z.string().transform((match) => ({ match })),
  z.strictObject({
    match: z
      .string()
      .min(1, 'is empty: write a file name; * and ? stand for any letters')
      .optional()
      .describe("Glob on the file's name: * and ?."),
    format: z.enum(['csv', 'tsv', 'jsonl', 'parquet', 'xes', 'ocel']).optional().describe('Overrides what the content says.'),
    delimiter: z.string().length(1, 'must be one character, such as ";" or "\\t"').optional(),
    skipRows: z.int().min(0).max(1000).optional().describe('Header rows after the first that are to be skipped.'),
  }),
])

const join = z.strictObject({
  file: z.string().min(1).describe('Alias of the file looked up.'),
  on: z.record(z.string(), z.string()).refine((on) => Object.keys(on).length > 0, 'names no columns: write "column here: column there"'),
})

const rowTest = z
  .strictObject({ value: needed, operator: z.enum(['=', '!=', 'present', 'missing']), than: z.string().optional() })
  .refine((test) => (test.operator === '=' || test.operator === '!=') === (test.than !== undefined), {
    path: ['than'],
    message: 'belongs to the operators = and != only, and they need it',
  })

const properties = z.union([
  z.array(z.string().min(1)).transform((names) => Object.fromEntries(names.map((name) => [name, placeholder(name)]))),
  z.record(z.string().min(1), text),
])

const eventRule = z.strictObject({
  from: z.string().optional().describe('Alias of the file whose rows are read; may be left out when there is one file.'),
  join: z.array(join).default([]),
  when: z.array(rowTest).default([]).describe('Only rows for which all of these hold.'),
  customer: needed,
  customerIfEmpty: z.string().min(1).optional().describe('The customer of rows whose own is empty. Default: such rows are refused.'),
  account: text.optional(),
  role: text.optional(),
  channel: mapped.optional(),
  touchpoint: mapped.optional(),
  time: time.optional(),
  each: z
    .array(z.strictObject({ touchpoint: mapped, time, channel: mapped.optional() }))
    .min(1)
    .optional()
    .describe('Wide rows: one event for each entry whose time has a value.'),
  score: z.strictObject({ value: needed, scale }).optional(),
  text: text.optional(),
  survey: z.boolean().default(false),
  link: text.optional(),
  sequence: text.optional(),
  id: text.optional(),
  properties: properties.default({}),
})

/** The written form of a recipe: what a person may type, shorthand included. */
export const recipeSchema = z.strictObject({
  wend: z.literal('recipe/1').describe('The version of this format.'),
  name: z.string().default('Recipe'),
  timezone: z.string().refine(isZone, 'is no time zone: use an IANA name such as Europe/Berlin, or UTC').default('UTC'),
  nulls: z.array(z.string()).default([]).describe('Texts that mean "missing" in every column, besides the empty text.'),
  files: z
    .record(z.string().regex(/^\p{L}[\p{L}\p{N}_-]*$/u, 'is no alias: start with a letter, then letters, digits, _ and -'), file)
    .optional(),
  events: z.array(eventRule).min(1, 'holds no event: write at least one'),
})

/** JSON Schema (draft 2020-12) of the YAML that `parseRecipe` reads, for editors. */
export const recipeJsonSchema: Readonly<Record<string, unknown>> = {
  title: 'Wend recipe',
  description: 'How files become events.',
  ...z.toJSONSchema(recipeSchema, { io: 'input' }),
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
