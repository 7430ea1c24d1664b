import {
  copyMapSchema,
  deletedMapListSchema,
  importedMapSchema,
  importMapPreviewSchema,
  importMapQuerySchema,
  mapFamilySchema,
  mapOwnerSchema,
  newMapSchema,
  saveTemplateSchema,
  templateParamsSchema,
} from './map-making.ts'
import { mapParamsSchema, mapSummarySchema } from './maps.ts'
import { pageQuerySchema } from './page.ts'
import { json, nothing, route, type RouteSpec } from './route.ts'
import { templateSummarySchema } from './templates.ts'

const v1 = '/api/v1'

/** Maps that are not computed: from nothing, a template, a file or another map; and how maps hang together. */
export const mapMakingRoutes = {
  makeMap: route({
    method: 'POST',
    path: `${v1}/maps`,
    tag: 'maps',
    summary: 'Make an empty map, from a template or from nothing',
    body: newMapSchema,
    reply: json(mapSummarySchema, 201),
    errors: ['template_not_found'],
  }),
  importMap: route({
    method: 'POST',
    path: `${v1}/maps/import`,
    tag: 'maps',
    summary:
      'Make a map from a Mermaid journey, a CSV or TSV table, or a map file (UTF-8, at most 10 MB); what is not on it is listed by line',
    query: importMapQuerySchema,
    body: 'bytes',
    reply: json(importedMapSchema, 201),
    errors: ['map_unreadable', 'map_too_large'],
  }),
  previewMapImport: route({
    method: 'POST',
    path: `${v1}/maps/import/preview`,
    tag: 'maps',
    summary: 'What the map of a file would be. Stores nothing',
    query: importMapQuerySchema,
    body: 'bytes',
    reply: json(importMapPreviewSchema),
    errors: ['map_too_large'],
  }),
  copyMap: route({
    method: 'POST',
    path: `${v1}/maps/:id/copy`,
    tag: 'maps',
    summary: 'Make a copy of a map as it is now',
    params: mapParamsSchema,
    body: copyMapSchema,
    reply: json(mapSummarySchema, 201),
    errors: ['map_not_found'],
  }),
  changeMapOwner: route({
    method: 'PUT',
    path: `${v1}/maps/:id/owner`,
    tag: 'maps',
    summary: 'Say who answers for a map',
    params: mapParamsSchema,
    body: mapOwnerSchema,
    reply: json(mapSummarySchema),
    errors: ['map_not_found', 'person_not_found'],
  }),
  getMapFamily: route({
    method: 'GET',
    path: `${v1}/maps/:id/parents`,
    tag: 'maps',
    summary: 'Maps above and below this one: a step can open a more detailed map',
    params: mapParamsSchema,
    reply: json(mapFamilySchema),
    errors: ['map_not_found'],
  }),
  listDeletedMaps: route({
    method: 'GET',
    path: `${v1}/maps/deleted`,
    tag: 'maps',
    summary: 'Deleted maps, last deleted first; they can be restored',
    query: pageQuerySchema,
    reply: json(deletedMapListSchema),
    errors: [],
  }),
  restoreMap: route({
    method: 'POST',
    path: `${v1}/maps/:id/restore`,
    tag: 'maps',
    summary: 'Bring a deleted map back as it was',
    params: mapParamsSchema,
    reply: json(mapSummarySchema),
    errors: ['map_not_found'],
  }),
  saveTemplate: route({
    method: 'POST',
    path: `${v1}/templates`,
    tag: 'maps',
    summary: 'Save the stages, steps and lanes of a map as a template of the workspace',
    body: saveTemplateSchema,
    reply: json(templateSummarySchema, 201),
    errors: ['map_not_found', 'too_many_templates'],
  }),
  deleteTemplate: route({
    method: 'DELETE',
    path: `${v1}/templates/:name`,
    tag: 'maps',
    summary: 'Delete a saved template; maps made from it stay',
    params: templateParamsSchema,
    reply: nothing,
    errors: ['template_not_found', 'template_built_in'],
  }),
} as const satisfies Readonly<Record<string, RouteSpec>>
