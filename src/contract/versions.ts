import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { namedMapSchema } from './maps.ts'
import { pageOf } from './page.ts'

export const versionKinds = ['automatic', 'named', 'before-restore', 'computed'] as const
const nameSchema = z.string().trim().min(1).max(120)
/** Named versions of one map, which are never thinned out. */
export const mostNamedVersions = 500

const versionLine = {
  id: idSchema,
  number: z.int().describe('Grows with each version of the map'),
  kind: z.enum(versionKinds).describe('computed: as Wend made it. before-restore: what a restore replaced'),
  name: z.string().nullable(),
  at: timeSchema,
  by: personNameSchema,
  authors: z.array(z.string()).describe('Who changed the map since the version before'),
}
export const versionSchema = z.object(versionLine).meta({ id: 'MapVersion' })
export type VersionLine = z.output<typeof versionSchema>
export const versionListSchema = pageOf(versionSchema).meta({ id: 'MapVersionList' })
export type VersionList = z.output<typeof versionListSchema>
export const versionRecordSchema = z.object({ ...versionLine, map: namedMapSchema }).meta({ id: 'MapVersionRecord' })
export type VersionRecord = z.output<typeof versionRecordSchema>

export const nameVersionSchema = z.object({ name: nameSchema }).meta({ id: 'NameVersion' })
export const versionParamsSchema = z.object({ id: idSchema, version: idSchema })

export const compareQuerySchema = z.object({
  from: idSchema.describe('Id of a version'),
  to: idSchema.default('now').describe('Id of a version, or `now`'),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
})
export type CompareQuery = z.output<typeof compareQuerySchema>

const wordsSchema = z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() }))
export const changeLineSchema = z
  .object({
    kind: z.enum(['added', 'removed', 'moved', 'renamed', 'changed']),
    what: z.enum(['map', 'stage', 'step', 'lane', 'card', 'persona', 'curve', 'flow']),
    id: z.string(),
    stage: z.string().nullable().describe('Id of the stage it belongs to; null for what belongs to the whole map'),
    title: z.string().describe('What changed: "Pain points card"'),
    sentence: z.string().describe('The change in one sentence'),
    before: z.string().nullable(),
    after: z.string().nullable(),
    words: z.exactOptional(wordsSchema).describe('A changed text, word by word'),
    figures: z.exactOptional(z.array(z.object({ name: z.string(), before: z.string().nullable(), after: z.string().nullable() }))),
    computed: z.boolean().describe('Not by a person: the data changed'),
  })
  .meta({ id: 'MapChangeLine' })
export type ChangeLine = z.output<typeof changeLineSchema>
export const comparisonSchema = z
  .object({
    from: versionSchema,
    to: versionSchema.nullable().describe('Null: the map as it is now'),
    stages: z.array(z.object({ id: z.string(), name: z.string(), gone: z.boolean() })).describe('In the order of the later map'),
    total: z.int(),
    rows: z.array(changeLineSchema),
  })
  .meta({ id: 'MapComparison' })
export type Comparison = z.output<typeof comparisonSchema>

/** After a restore: `before` brings back what it replaced. */
export const restoredSchema = z.object({ restored: versionSchema, before: versionSchema }).meta({ id: 'RestoredVersion' })
export type Restored = z.output<typeof restoredSchema>
