import { mapParamsSchema } from './maps.ts'
import { pageQuerySchema } from './page.ts'
import { json, nothing, route } from './route.ts'
import {
  compareQuerySchema,
  comparisonSchema,
  nameVersionSchema,
  restoredSchema,
  versionListSchema,
  versionParamsSchema,
  versionRecordSchema,
  versionSchema,
} from './versions.ts'

const versions = '/api/v1/maps/:id/versions'
const tag = 'versions'

/** Earlier versions of a map. */
export const versionRoutes = {
  listVersions: route({
    method: 'GET',
    path: versions,
    tag,
    summary: 'Versions of a map, newest first',
    params: mapParamsSchema,
    query: pageQuerySchema,
    reply: json(versionListSchema),
    errors: ['map_not_found'],
  }),
  nameVersion: route({
    method: 'POST',
    path: versions,
    tag,
    summary: 'Keep the map as it is now under a name; named versions are never thinned out',
    params: mapParamsSchema,
    body: nameVersionSchema,
    reply: json(versionSchema, 201),
    errors: ['map_not_found', 'too_many_versions'],
  }),
  compareVersions: route({
    method: 'GET',
    path: `${versions}/compare`,
    tag,
    summary: 'What differs between two versions, or a version and now, cell by cell',
    params: mapParamsSchema,
    query: compareQuerySchema,
    reply: json(comparisonSchema),
    errors: ['map_not_found', 'version_not_found'],
  }),
  getVersion: route({
    method: 'GET',
    path: `${versions}/:version`,
    tag,
    summary: 'The map as it was',
    params: versionParamsSchema,
    reply: json(versionRecordSchema),
    errors: ['map_not_found', 'version_not_found'],
  }),
  renameVersion: route({
    method: 'PUT',
    path: `${versions}/:version`,
    tag,
    summary: 'Give a version a name; it is then never thinned out',
    params: versionParamsSchema,
    body: nameVersionSchema,
    reply: json(versionSchema),
    errors: ['map_not_found', 'version_not_found', 'too_many_versions'],
  }),
  restoreVersion: route({
    method: 'POST',
    path: `${versions}/:version/restore`,
    tag,
    summary: 'Make the map what it was; what it is now is kept as a version first',
    params: versionParamsSchema,
    reply: json(restoredSchema),
    errors: ['map_not_found', 'version_not_found'],
  }),
  deleteVersion: route({
    method: 'DELETE',
    path: `${versions}/:version`,
    tag,
    summary: 'Delete a version; a named one only by who named it, or an owner',
    params: versionParamsSchema,
    reply: nothing,
    errors: ['map_not_found', 'version_not_found', 'not_your_version'],
  }),
} as const
