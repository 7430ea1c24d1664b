import { copyMap } from '../app/copy-map.ts'
import { importMap, previewMapImport } from '../app/import-map.ts'
import { makeMap } from '../app/make-map.ts'
import { mapFamily } from '../app/map-family.ts'
import { changeMapOwner } from '../app/map-owner.ts'
import { listDeletedMaps, restoreDeletedMap } from '../app/deleted-maps.ts'
import { deleteTemplate, saveTemplate } from '../app/saved-templates.ts'
import type { Wend } from '../app/wend.ts'
import type { mapMakingRoutes } from '../contract/map-making-routes.ts'
import type { Handlers } from './handler.ts'

export const mapMakingHandlers = (wend: Wend): Handlers<keyof typeof mapMakingRoutes> => ({
  makeMap: ({ actor, body }) => makeMap(actor, wend, body),
  importMap: ({ actor, query, body }) => importMap(actor, wend, { ...query, bytes: body }),
  previewMapImport: ({ actor, query, body }) => previewMapImport(actor, wend, { ...query, bytes: body }),
  copyMap: ({ actor, params, body }) => copyMap(actor, wend, { ...body, id: params.id }),
  changeMapOwner: ({ actor, params, body }) => changeMapOwner(actor, wend, { ...body, id: params.id }),
  getMapFamily: ({ actor, params }) => mapFamily(actor, wend, params.id),
  listDeletedMaps: ({ actor, query }) => listDeletedMaps(actor, wend, query),
  restoreMap: ({ actor, params }) => restoreDeletedMap(actor, wend, params.id),
  saveTemplate: ({ actor, body }) => saveTemplate(actor, wend, body),
  deleteTemplate: ({ actor, params }) => deleteTemplate(actor, wend, params.name),
})
