import { importFiles } from '../app/import-files.ts'
import { getImport, listImports } from '../app/list-imports.ts'
import { listRefused } from '../app/list-refused.ts'
import { previewImport } from '../app/preview-import.ts'
import { refusedCsv } from '../app/refused-csv.ts'
import { replayRefused } from '../app/replay-refused.ts'
import { startDemo } from '../app/simulate-demo.ts'
import { uploadFile } from '../app/upload-file.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names =
  | 'uploadFile'
  | 'previewImport'
  | 'importFiles'
  | 'listImports'
  | 'getImport'
  | 'listRefused'
  | 'downloadRefused'
  | 'replayRefused'
  | 'startDemo'

export const importHandlers = (wend: Wend): Handlers<Names> => ({
  uploadFile: ({ actor, query, body, signal }) => uploadFile(actor, wend, { name: query.name, bytes: body, signal }),
  previewImport: ({ actor, body, signal }) => previewImport(actor, wend, { ...body, signal }),
  importFiles: async ({ actor, body }) => ({ job: (await importFiles(actor, wend, body)).id }),
  listImports: ({ actor, query }) => listImports(actor, wend, query),
  getImport: ({ actor, params }) => getImport(actor, wend, params.number),
  listRefused: ({ actor, params, query }) => listRefused(actor, wend, { number: params.number, page: query }),
  downloadRefused: async ({ actor, params }) => ({
    type: 'text/csv',
    name: `refused-${params.number}.csv`,
    content: await refusedCsv(actor, wend, params.number),
  }),
  replayRefused: async ({ actor, params, body }) => ({
    job: (await replayRefused(actor, wend, { number: params.number, recipe: body.recipe })).id,
  }),
  startDemo: async ({ actor, body }) => ({ job: (await startDemo(actor, wend, body.preset)).id }),
})
