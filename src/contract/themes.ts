import { z } from 'zod'
import type { ThemeDecision } from '../journey/theme-decision.ts'
import { definitionChoiceSchema } from './definitions.ts'
import { idSchema, timeSchema } from './ids.ts'
import { pageOf } from './page.ts'
import { eventFilterSchema, journeyFilterSchema } from './question-schema.ts'
import type { Holds, SameShape } from './same-shape.ts'

const anchorSchema = z
  .array(z.string().min(1).max(200))
  .min(1)
  .max(20)
  .describe('Keys of the theme’s first phrases, as `themes` answers them')
const nameSchema = z.string().trim().min(1).max(120)

const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rename'), name: nameSchema }),
  z.object({ kind: z.literal('merge'), into: anchorSchema }),
  z.object({ kind: z.literal('exclude') }),
  z.object({ kind: z.literal('summary'), text: z.string().trim().min(1).max(2000) }),
])

export const decideThemeSchema = z.object({ anchor: anchorSchema, theme: nameSchema, change: changeSchema }).meta({ id: 'DecideTheme' })
export type DecideTheme = z.output<typeof decideThemeSchema>

export const themeDecisionSchema = z
  .object({
    id: idSchema,
    anchor: anchorSchema,
    theme: z.string(),
    change: changeSchema,
    model: z.string().nullable().describe('The model that wrote it; null: a person did'),
    at: timeSchema,
    by: z.string(),
    acceptedAt: timeSchema.nullable().describe('Null: written by a model, not accepted yet'),
    acceptedBy: z.string().nullable(),
    undoneAt: timeSchema.nullable(),
    undoneBy: z.string().nullable(),
  })
  .meta({ id: 'ThemeDecision' })
/** @public */
export type ThemeDecisionSchemaIsExact = Holds<SameShape<z.output<typeof themeDecisionSchema>, ThemeDecision>>

export const themeDecisionListSchema = pageOf(themeDecisionSchema).meta({ id: 'ThemeDecisionList' })
export const themeDecisionParamsSchema = z.object({ id: idSchema })

export const assistantSchema = z
  .object({ configured: z.boolean(), model: z.string().nullable(), host: z.string().nullable().describe('Where texts would go') })
  .meta({ id: 'Assistant' })

export const assistantPreviewRequestSchema = z
  .object({
    use: z.enum(['theme-name', 'theme-summary']),
    theme: z.string().min(1).max(200).describe('Id of a theme'),
    definition: definitionChoiceSchema.exactOptional(),
    events: eventFilterSchema.exactOptional(),
    journeys: journeyFilterSchema.exactOptional(),
  })
  .meta({ id: 'AssistantPreviewRequest' })
export type AssistantPreviewRequest = z.output<typeof assistantPreviewRequestSchema>

export const assistantPreviewSchema = z
  .object({
    body: z.string().describe('Exactly what would be sent'),
    digest: z.string().describe('Of the body; sending asks for it'),
    host: z.string(),
    model: z.string(),
    masked: z.record(z.string(), z.int()).describe('What was masked, by kind'),
    texts: z.int(),
  })
  .meta({ id: 'AssistantPreview' })
export type AssistantPreview = z.output<typeof assistantPreviewSchema>

export const assistantSendSchema = assistantPreviewRequestSchema.extend({ digest: z.string().max(128) }).meta({ id: 'AssistantSend' })
export type AssistantSend = z.output<typeof assistantSendSchema>
