import { checkMap } from '../app/check-map.ts'
import { discoverMapJob } from '../app/discover-map-job.ts'
import { exportMap } from '../app/export-map.ts'
import { listAllTemplates } from '../app/saved-templates.ts'
import { mapActivity } from '../app/map-activity.ts'
import { deleteMap, getMap, listMaps, renameMap } from '../app/maps.ts'
import { openEvidence } from '../app/open-evidence.ts'
import { refreshMapJob } from '../app/refresh-map.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names =
  | 'listTemplates'
  | 'discoverMap'
  | 'refreshMap'
  | 'mapActivity'
  | 'listMaps'
  | 'getMap'
  | 'renameMap'
  | 'deleteMap'
  | 'checkMap'
  | 'exportMap'
  | 'openEvidence'

export const mapHandlers = (wend: Wend): Handlers<Names> => ({
  listTemplates: ({ actor }) => listAllTemplates(actor, wend),
  discoverMap: async ({ actor, body }) => ({ job: (await discoverMapJob(actor, wend, body)).id }),
  mapActivity: ({ actor, params, query }) => mapActivity(actor, wend, { ...query, id: params.id }),
  refreshMap: async ({ actor, params }) => ({ job: (await refreshMapJob(actor, wend, params.id)).id }),
  listMaps: ({ actor, query }) => listMaps(actor, wend, query),
  getMap: ({ actor, params }) => getMap(actor, wend, params.id),
  renameMap: ({ actor, params, body }) => renameMap(actor, wend, { ...body, id: params.id }),
  deleteMap: ({ actor, params }) => deleteMap(actor, wend, params.id),
  checkMap: ({ actor, params }) => checkMap(actor, wend, params.id),
  exportMap: async ({ actor, params, query }) => {
    const { leftOut, ...file } = await exportMap(actor, wend, { id: params.id, format: query.format })
    return leftOut === 0 ? file : { ...file, headers: { 'wend-pictures-left-out': String(leftOut) } }
  },
  openEvidence: ({ actor, params, body, signal }) => openEvidence(actor, wend, { ...body, id: params.id, signal }),
})
