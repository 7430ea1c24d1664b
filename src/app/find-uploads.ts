import type { StoredUpload } from '../state/state-store.ts'
import type { Actor } from './actor.ts'
import type { NamedFile } from './prepare-files.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** The files behind upload ids, in that order. Refuses with `upload_not_found`. */
export async function findUploads(
  actor: Actor,
  wend: Wend,
  ids: readonly string[],
): Promise<readonly (NamedFile & { readonly upload: StoredUpload })[]> {
  const unique = [...new Set(ids)]
  return Promise.all(
    unique.map(async (id) => {
      const upload = await wend.state.uploads.get(actor.workspace, id)
      if (!upload) throw new Refusal('upload_not_found')
      return { upload, path: wend.uploads.pathOf(id), name: upload.name, workDir: wend.uploads.workOf(id) }
    }),
  )
}
