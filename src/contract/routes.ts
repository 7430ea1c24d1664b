import { activityQuerySchema, activitySchema } from './activity.ts'
import { assetParamsSchema, assetSchema } from './assets.ts'
import { anyAnswerSchema, askJobRequestSchema, askRequestSchema } from './ask.ts'
import { commentRoutes } from './comment-routes.ts'
import { definitionListSchema, definitionParamsSchema, definitionRecordSchema, namedDefinitionSchema } from './definitions.ts'
import {
  importListSchema,
  importParamsSchema,
  importRecordSchema,
  importRequestSchema,
  previewRequestSchema,
  previewSchema,
  refusedListSchema,
  replayRequestSchema,
} from './imports.ts'
import { acceptedSchema, jobListSchema, jobParamsSchema, jobSchema } from './jobs.ts'
import {
  demoRequestSchema,
  discoverRequestSchema,
  evidenceRequestSchema,
  exportQuerySchema,
  mapCheckSchema,
  mapListSchema,
  mapParamsSchema,
  mapRecordSchema,
  mapSummarySchema,
  openedEvidenceSchema,
  renameMapSchema,
} from './maps.ts'
import { mapMakingRoutes } from './map-making-routes.ts'
import { pageQuerySchema } from './page.ts'
import { personaRoutes } from './persona-routes.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { researchRoutes } from './research-routes.ts'
import { eventsOf, fileOf, json, nothing, route, type RouteSpec } from './route.ts'
import { sourceListSchema } from './sources.ts'
import { templateListSchema } from './templates.ts'
import { alertRoutes } from './alert-routes.ts'
import { planRoutes } from './plan-routes.ts'
import { insightRoutes } from './insight-routes.ts'
import { identityRoutes } from './identity-routes.ts'
import { themeRoutes } from './theme-routes.ts'
import { touchpointRoutes } from './touchpoint-routes.ts'
import { uploadQuerySchema, uploadSchema } from './uploads.ts'
import { versionRoutes } from './version-routes.ts'
import { vocabularySchema } from './vocabulary.ts'
import { workspaceRoutes } from './workspace-routes.ts'

const v1 = '/api/v1'

/** The whole HTTP API, one line a route. */
export const routes = {
  ...workspaceRoutes,

  uploadFile: route({
    method: 'POST',
    path: `${v1}/uploads`,
    tag: 'imports',
    summary: 'Send a file; it is streamed to disk and waits there to be imported',
    query: uploadQuerySchema,
    body: 'bytes',
    reply: json(uploadSchema, 201),
    errors: ['file_name_missing', 'upload_too_large', 'disk_full'],
  }),
  previewImport: route({
    method: 'POST',
    path: `${v1}/imports/preview`,
    tag: 'imports',
    summary: 'What an import would do: the recipe, the first rows and events, and what only a person can say. Stores nothing',
    body: previewRequestSchema,
    reply: json(previewSchema),
    errors: ['upload_not_found', 'bad_recipe', 'file_unreadable', 'unknown_column'],
  }),
  importFiles: route({
    method: 'POST',
    path: `${v1}/imports`,
    tag: 'imports',
    summary: 'Import uploaded files; the job ends with the number of the import',
    body: importRequestSchema,
    reply: json(acceptedSchema, 202),
    errors: ['upload_not_found', 'bad_recipe', 'too_many_jobs'],
  }),
  listImports: route({
    method: 'GET',
    path: `${v1}/imports`,
    tag: 'imports',
    summary: 'Imports, newest first',
    query: pageQuerySchema,
    reply: json(importListSchema),
    errors: [],
  }),
  getImport: route({
    method: 'GET',
    path: `${v1}/imports/:number`,
    tag: 'imports',
    summary: 'One import: who, when, its recipe and its reconciliation',
    params: importParamsSchema,
    reply: json(importRecordSchema),
    errors: ['import_not_found'],
  }),
  listRefused: route({
    method: 'GET',
    path: `${v1}/imports/:number/refused`,
    tag: 'imports',
    summary: 'The rows that an import refused, each with its reason',
    params: importParamsSchema,
    query: pageQuerySchema,
    reply: json(refusedListSchema),
    errors: ['import_not_found'],
  }),
  downloadRefused: route({
    method: 'GET',
    path: `${v1}/imports/:number/refused.csv`,
    tag: 'imports',
    summary: 'The refused rows as a CSV file, to mend and import again',
    params: importParamsSchema,
    reply: fileOf('text/csv'),
    errors: ['import_not_found'],
  }),
  replayRefused: route({
    method: 'POST',
    path: `${v1}/imports/:number/replay`,
    tag: 'imports',
    summary: 'Import the refused rows again with a mended recipe',
    params: importParamsSchema,
    body: replayRequestSchema,
    reply: json(acceptedSchema, 202),
    errors: ['import_not_found', 'nothing_refused', 'bad_recipe', 'too_many_jobs'],
  }),
  startDemo: route({
    method: 'POST',
    path: `${v1}/demo`,
    tag: 'imports',
    summary: 'Put a simulated company into an empty workspace and draw its map',
    body: demoRequestSchema,
    reply: json(acceptedSchema, 202),
    errors: ['not_empty', 'too_many_jobs'],
  }),

  addAsset: route({
    method: 'POST',
    path: `${v1}/assets`,
    tag: 'maps',
    summary: 'Add a picture for cards and personas: PNG, JPEG, WebP or GIF up to 8 MB, decided by content',
    body: 'bytes',
    reply: json(assetSchema, 201),
    errors: ['asset_too_large', 'asset_refused', 'disk_full'],
  }),
  getAsset: route({
    method: 'GET',
    path: `${v1}/assets/:id`,
    tag: 'maps',
    summary: 'A picture',
    params: assetParamsSchema,
    reply: fileOf('image/png', 'image/jpeg', 'image/webp', 'image/gif'),
    errors: ['asset_not_found'],
  }),

  listJobs: route({
    method: 'GET',
    path: `${v1}/jobs`,
    tag: 'jobs',
    summary: 'Jobs, newest first',
    query: pageQuerySchema,
    reply: json(jobListSchema),
    errors: [],
  }),
  getJob: route({
    method: 'GET',
    path: `${v1}/jobs/:id`,
    tag: 'jobs',
    summary: 'How far a job is',
    params: jobParamsSchema,
    reply: json(jobSchema),
    errors: ['job_not_found'],
  }),
  followJob: route({
    method: 'GET',
    path: `${v1}/jobs/:id/events`,
    tag: 'jobs',
    summary: 'A job’s states as server-sent events named "job"; starts with the present one and closes when the job has ended',
    params: jobParamsSchema,
    reply: eventsOf(jobSchema),
    errors: ['job_not_found', 'too_many_streams'],
  }),
  cancelJob: route({
    method: 'DELETE',
    path: `${v1}/jobs/:id`,
    tag: 'jobs',
    summary: 'Cancel a job; one that has ended stays as it is',
    params: jobParamsSchema,
    reply: json(jobSchema),
    errors: ['job_not_found'],
  }),

  listSources: route({
    method: 'GET',
    path: `${v1}/sources`,
    tag: 'events',
    summary: 'Systems that events came from',
    query: pageQuerySchema,
    reply: json(sourceListSchema),
    errors: [],
  }),
  getVocabulary: route({
    method: 'GET',
    path: `${v1}/vocabulary`,
    tag: 'events',
    summary: 'Names of touchpoints, channels and properties',
    reply: json(vocabularySchema),
    errors: [],
  }),

  listDefinitions: route({
    method: 'GET',
    path: `${v1}/definitions`,
    tag: 'questions',
    summary: 'Journey definitions',
    query: pageQuerySchema,
    reply: json(definitionListSchema),
    errors: [],
  }),
  addDefinition: route({
    method: 'POST',
    path: `${v1}/definitions`,
    tag: 'questions',
    summary: 'Add a journey definition',
    body: namedDefinitionSchema,
    reply: json(definitionRecordSchema, 201),
    errors: ['definition_in_use'],
  }),
  changeDefinition: route({
    method: 'PUT',
    path: `${v1}/definitions/:id`,
    tag: 'questions',
    summary: 'Change a journey definition',
    params: definitionParamsSchema,
    body: namedDefinitionSchema,
    reply: json(definitionRecordSchema),
    errors: ['definition_not_found', 'definition_built_in', 'definition_in_use'],
  }),
  deleteDefinition: route({
    method: 'DELETE',
    path: `${v1}/definitions/:id`,
    tag: 'questions',
    summary: 'Delete a journey definition; maps computed with it keep their copy',
    params: definitionParamsSchema,
    reply: nothing,
    errors: ['definition_not_found', 'definition_built_in'],
  }),
  askMethodJob: route({
    method: 'POST',
    path: `${v1}/ask/jobs`,
    tag: 'questions',
    summary: 'Start a question that takes long; once the job is done, asking the same answers at once',
    body: askJobRequestSchema,
    reply: json(acceptedSchema, 202),
    errors: ['bad_question', 'definition_not_found', 'too_many_jobs', 'shutting_down'],
  }),
  askQuestion: route({
    method: 'POST',
    path: `${v1}/ask`,
    tag: 'questions',
    summary: 'Ask a question about journeys',
    body: askRequestSchema,
    reply: json(anyAnswerSchema),
    errors: [
      'bad_question',
      'definition_not_found',
      'unknown_customer',
      'too_many_touchpoints',
      'query_too_large',
      'query_too_slow',
      'engine_stopped',
    ],
  }),

  listTemplates: route({
    method: 'GET',
    path: `${v1}/templates`,
    tag: 'maps',
    summary: 'Templates: stages and lanes to start from',
    reply: json(templateListSchema),
    errors: [],
  }),
  discoverMap: route({
    method: 'POST',
    path: `${v1}/maps/discover`,
    tag: 'maps',
    summary: 'Compute a journey map from the events; the job ends with the id of the map',
    body: discoverRequestSchema,
    reply: json(acceptedSchema, 202),
    errors: ['no_data', 'definition_not_found', 'template_not_found', 'too_many_jobs'],
  }),
  listMaps: route({
    method: 'GET',
    path: `${v1}/maps`,
    tag: 'maps',
    summary: 'Maps, last changed first',
    query: pageQuerySchema,
    reply: json(mapListSchema),
    errors: [],
  }),
  getMap: route({
    method: 'GET',
    path: `${v1}/maps/:id`,
    tag: 'maps',
    summary: 'One map',
    params: mapParamsSchema,
    reply: json(mapRecordSchema),
    errors: ['map_not_found'],
  }),
  refreshMap: route({
    method: 'POST',
    path: `${v1}/maps/:id/refresh`,
    tag: 'maps',
    summary: 'Compute a map again from today’s events; the job ends with what changed. What people wrote, moved or removed stays',
    params: mapParamsSchema,
    reply: json(acceptedSchema, 202),
    errors: ['map_not_found', 'map_by_hand', 'no_data', 'too_many_jobs'],
  }),
  mapActivity: route({
    method: 'GET',
    path: `${v1}/maps/:id/activity`,
    tag: 'maps',
    summary: 'Who changed what and when, newest first, by person and minute',
    params: mapParamsSchema,
    query: activityQuerySchema,
    reply: json(activitySchema),
    errors: ['map_not_found'],
  }),
  renameMap: route({
    method: 'PUT',
    path: `${v1}/maps/:id`,
    tag: 'maps',
    summary: 'Change a map’s title or summary',
    params: mapParamsSchema,
    body: renameMapSchema,
    reply: json(mapSummarySchema),
    errors: ['map_not_found'],
  }),
  deleteMap: route({
    method: 'DELETE',
    path: `${v1}/maps/:id`,
    tag: 'maps',
    summary: 'Delete a map',
    params: mapParamsSchema,
    reply: nothing,
    errors: ['map_not_found'],
  }),
  checkMap: route({
    method: 'GET',
    path: `${v1}/maps/:id/check`,
    tag: 'maps',
    summary: 'What the map lacks',
    params: mapParamsSchema,
    reply: json(mapCheckSchema),
    errors: ['map_not_found'],
  }),
  exportMap: route({
    method: 'GET',
    path: `${v1}/maps/:id/export`,
    tag: 'maps',
    summary: 'The map as a file',
    params: mapParamsSchema,
    query: exportQuerySchema,
    reply: fileOf('image/svg+xml', 'image/png', 'text/html', 'application/json', 'text/vnd.mermaid', 'text/csv'),
    errors: ['map_not_found', 'export_failed'],
  }),
  openEvidence: route({
    method: 'POST',
    path: `${v1}/maps/:id/evidence`,
    tag: 'maps',
    summary: 'Open a card’s evidence: its question asked again, and the journeys behind the number',
    params: mapParamsSchema,
    body: evidenceRequestSchema,
    reply: json(openedEvidenceSchema),
    errors: ['map_not_found', 'card_not_found', 'evidence_not_found', 'map_by_hand', 'query_too_large', 'query_too_slow', 'engine_stopped'],
  }),

  ...commentRoutes,
  ...mapMakingRoutes,
  ...versionRoutes,
  ...personaRoutes,
  ...alertRoutes,
  ...planRoutes,
  ...identityRoutes,
  ...insightRoutes,
  ...themeRoutes,
  ...touchpointRoutes,
  ...evidenceRoutes,
  ...researchRoutes,
} as const satisfies Readonly<Record<string, RouteSpec>>

export type Routes = typeof routes
export type RouteName = keyof Routes
