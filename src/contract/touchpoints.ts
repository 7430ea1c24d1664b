import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'

export const touchpointRuleSchema = z
  .strictObject({
    kind: z.enum(['exact', 'starts', 'contains', 'pattern']),
    text: z.string().min(1).max(1000).describe('In a pattern, * stands for any characters'),
  })
  .meta({ id: 'TouchpointRule' })
const rulesSchema = z.array(touchpointRuleSchema).max(200)
const nameSchema = z.string().trim().min(1, 'give the touchpoint a name').max(200)
const fields = {
  name: nameSchema,
  channel: z.string().trim().max(200),
  team: z.string().trim().max(200),
  description: z.string().max(5000),
  rules: rulesSchema,
}

export const libraryTouchpointSchema = z
  .object({
    id: idSchema,
    ...fields,
    names: z.int().describe('Names in the events that its rules take'),
    events: z.int().describe('Events of those names'),
    maps: z.array(z.object({ map: idSchema, title: z.string(), cards: z.int() })).describe('Where it is used'),
    changedAt: timeSchema,
    changedBy: personNameSchema,
  })
  .meta({ id: 'LibraryTouchpoint' })
export type LibraryTouchpoint = z.output<typeof libraryTouchpointSchema>
export const libraryListSchema = z.object({ total: z.int(), rows: z.array(libraryTouchpointSchema) }).meta({ id: 'LibraryList' })
export type LibraryList = z.output<typeof libraryListSchema>

/** The touchpoint as it was written. */
export const writtenTouchpointSchema = z
  .object({ id: idSchema, ...fields, changedAt: timeSchema, changedBy: personNameSchema })
  .meta({ id: 'WrittenTouchpoint' })
export type WrittenTouchpoint = z.output<typeof writtenTouchpointSchema>

export const touchpointChangeSchema = z
  .strictObject({
    name: z.exactOptional(nameSchema),
    channel: z.exactOptional(fields.channel),
    team: z.exactOptional(fields.team),
    description: z.exactOptional(fields.description),
    rules: z.exactOptional(rulesSchema),
    before: z.exactOptional(idSchema.nullable()).describe('Moves it before another in the order of the rules; null: to the end'),
  })
  .meta({ id: 'TouchpointChange' })
export type TouchpointChange = z.output<typeof touchpointChangeSchema>
export const newTouchpointSchema = touchpointChangeSchema.extend({ name: nameSchema }).meta({ id: 'NewTouchpoint' })
export type NewTouchpoint = z.output<typeof newTouchpointSchema>
export const touchpointParamsSchema = z.object({ id: idSchema })
export const mergeTouchpointSchema = z.object({ into: idSchema }).meta({ id: 'MergeTouchpoint' })

export const rulesPreviewRequestSchema = z
  .object({
    touchpoint: z.exactOptional(idSchema).describe('Whose rules these are; missing: a new one, last in the order'),
    rules: rulesSchema,
  })
  .meta({ id: 'RulesPreviewRequest' })
export type RulesPreviewRequest = z.output<typeof rulesPreviewRequestSchema>
const eventNameSchema = { name: z.string(), channel: z.string(), events: z.int() }
export const rulesPreviewSchema = z
  .object({
    names: z.int(),
    events: z.int(),
    rules: z.array(z.object({ names: z.int(), events: z.int() })).describe('What each rule takes, in order'),
    rows: z
      .array(
        z.object({
          ...eventNameSchema,
          rule: z.int().describe('Which rule takes it, from 0'),
          claimedBy: z.object({ id: idSchema, name: z.string() }).nullable().describe('Another touchpoint whose rules take it too'),
          wins: z.boolean().describe('False: the other one has it'),
        }),
      )
      .max(500)
      .describe('Most events first; at most 500'),
  })
  .meta({ id: 'RulesPreview' })
export type RulesPreview = z.output<typeof rulesPreviewSchema>

export const unmappedSchema = z
  .object({ total: z.int(), events: z.int(), rows: z.array(z.object(eventNameSchema)) })
  .meta({ id: 'UnmappedNames' })
export type Unmapped = z.output<typeof unmappedSchema>
export const seededSchema = z.object({ added: z.int() }).meta({ id: 'SeededTouchpoints' })
