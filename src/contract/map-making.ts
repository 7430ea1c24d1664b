import { z } from 'zod'
import { idSchema, personNameSchema, timeSchema } from './ids.ts'
import { mapSummarySchema, namedMapSchema, titleSchema } from './maps.ts'
import { pageOf } from './page.ts'

const templateNameSchema = z.string().min(1).max(100)

export const newMapSchema = z
  .object({
    title: titleSchema,
    template: z.exactOptional(templateNameSchema).describe('Stages and lanes to start from. Missing: three stages and the usual lanes'),
  })
  .meta({ id: 'NewMap' })
export type NewMap = z.output<typeof newMapSchema>

export const importFormats = ['mermaid', 'csv', 'tsv', 'json'] as const
export type ImportFormat = (typeof importFormats)[number]
export const importMapQuerySchema = z.strictObject({
  format: z.exactOptional(z.enum(importFormats)).describe('Missing: told by the name and the first signs'),
  name: z.exactOptional(z.string().trim().min(1).max(255)).describe('File name; the title where the file gives none'),
})

export const importProblemSchema = z
  .object({
    line: z.int().describe('From 1; 0 speaks of the whole file'),
    kind: z.enum(['left-out', 'changed']).describe('`left-out`: not on the map. `changed`: on the map, but not as written'),
    message: z.string(),
  })
  .meta({ id: 'ImportProblem' })

const importRest = {
  format: z.enum(importFormats),
  problems: z.array(importProblemSchema).max(200),
  more: z.int().describe('Problems beyond those listed'),
}
export const importMapPreviewSchema = z
  .object({ map: namedMapSchema.nullable().describe('Null where the file is no map; the problems say why'), ...importRest })
  .meta({ id: 'ImportMapPreview' })
export type ImportMapPreview = z.output<typeof importMapPreviewSchema>
export const importedMapSchema = z.object({ map: mapSummarySchema, ...importRest }).meta({ id: 'ImportedMap' })
export type ImportedMap = z.output<typeof importedMapSchema>

export const copyMapSchema = z.object({ title: z.exactOptional(titleSchema) }).meta({ id: 'CopyMap' })
export const mapOwnerSchema = z
  .object({ owner: z.string().trim().min(1).max(80).nullable().describe('A person of the workspace; null: nobody') })
  .meta({ id: 'MapOwner' })

const mapNameSchema = z.object({ id: idSchema, title: z.string() })
export const mapFamilySchema = z
  .object({
    trail: z
      .array(mapNameSchema)
      .max(20)
      .describe('From the topmost map down to the one above this; where there are several ways, one of them'),
    parents: z.array(mapNameSchema).max(1000).describe('Maps with a step that opens this one'),
    children: z.array(mapNameSchema).max(2000).describe('Maps that steps of this one open'),
  })
  .meta({ id: 'MapFamily' })
export type MapFamily = z.output<typeof mapFamilySchema>

export const deletedMapListSchema = pageOf(
  z.object({ id: idSchema, title: z.string(), deletedAt: timeSchema, deletedBy: personNameSchema }),
).meta({ id: 'DeletedMapList' })

export const saveTemplateSchema = z
  .object({
    map: idSchema.describe('Its stages, steps and lanes become the template; cards stay behind'),
    title: z.string().trim().min(1).max(120),
    summary: z.string().trim().max(500).default(''),
    audience: z.enum(['B2C', 'B2B', 'any']).default('any'),
  })
  .meta({ id: 'SaveTemplate' })
export type SaveTemplate = z.output<typeof saveTemplateSchema>
export const templateParamsSchema = z.object({ name: templateNameSchema })
