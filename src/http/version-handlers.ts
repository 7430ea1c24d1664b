import { restoreVersion } from '../app/restore-version.ts'
import { compareVersions, deleteVersion, getVersion, listVersions, nameVersion, renameVersion } from '../app/versions.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names = 'listVersions' | 'nameVersion' | 'compareVersions' | 'getVersion' | 'renameVersion' | 'restoreVersion' | 'deleteVersion'

export const versionHandlers = (wend: Wend): Handlers<Names> => ({
  listVersions: ({ actor, params, query }) => listVersions(actor, wend, { ...query, map: params.id }),
  nameVersion: ({ actor, params, body }) => nameVersion(actor, wend, { ...body, map: params.id }),
  compareVersions: ({ actor, params, query }) => compareVersions(actor, wend, { ...query, map: params.id }),
  getVersion: ({ actor, params }) => getVersion(actor, wend, { map: params.id, version: params.version }),
  renameVersion: ({ actor, params, body }) => renameVersion(actor, wend, { map: params.id, version: params.version, ...body }),
  restoreVersion: ({ actor, params }) => restoreVersion(actor, wend, { map: params.id, version: params.version }),
  deleteVersion: ({ actor, params }) => deleteVersion(actor, wend, { map: params.id, version: params.version }),
})
