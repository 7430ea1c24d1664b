import type { ImportRequest } from '../contract/imports.ts'
import type { Job } from '../contract/jobs.ts'
import type { Actor } from './actor.ts'
import { findUploads } from './find-uploads.ts'
import { demand } from './permission.ts'
import { readRecipe } from './prepare-files.ts'
import { refreshAfterImport } from './refresh-map.ts'
import { runImport } from './run-import.ts'
import type { Wend } from './wend.ts'

/**
 * Starts an import of uploaded files; the job's result is its number, and the uploads are cleared away when it is done.
 * Refuses at once with `upload_not_found`, `bad_recipe` or `too_many_jobs`; what only the files show fails the job.
 */
export async function importFiles(actor: Actor, wend: Wend, { uploads, recipe: recipeText, source }: ImportRequest): Promise<Job> {
  demand(actor, 'import')
  const files = await findUploads(actor, wend, uploads)
  const recipe = readRecipe(recipeText)
  const title = files.length === 1 ? `Import ${files[0]?.name ?? ''}` : `Import ${files.length} files`
  return wend.jobs.start(actor, {
    kind: 'import',
    title,
    run: async ({ signal, progress }) => {
      const report = await runImport(actor, wend, { files, recipe, recipeText, source, signal, progress })
      for (const { upload } of files) await forgetUpload(actor, wend, upload.id)
      const refresh = await refreshAfterImport(actor, wend)
      return { import: report.number, ...(refresh && { refresh: refresh.id }) }
    },
  })
}

async function forgetUpload(actor: Actor, wend: Wend, id: string): Promise<void> {
  try {
    await wend.state.uploads.remove(actor.workspace, id)
    await wend.uploads.remove(id)
  } catch (error) {
    // The events are stored: an upload left behind is cleared away later and must not fail the import.
    wend.log(`upload ${id} could not be cleared away`, error)
  }
}
