import { basename } from 'node:path'
import type { ImportReport } from '../events/event-store.ts'
import { writeRecipe } from '../sources/write-recipe.ts'
import type { Actor } from './actor.ts'
import { lookAt, type FilesInput } from './files-store.ts'
import { demand } from './permission.ts'
import { storeImport } from './run-import.ts'
import type { Wend } from './wend.ts'

export interface ImportedPaths {
  readonly report: ImportReport
  /** As YAML: the one given, or the one worked out. */
  readonly recipe: string
  readonly questions: readonly string[]
}

/** Imports files that lie on this machine. Refuses before anything is stored when a file or the recipe is wrong. */
export async function importPaths(actor: Actor, wend: Wend, input: FilesInput): Promise<ImportedPaths> {
  demand(actor, 'import')
  const scratch = wend.world.newId()
  const { signal, progress } = input
  try {
    const directory = await wend.uploads.scratch(scratch)
    const { recipe, files, questions } = await lookAt(input, { directory, reader: wend.events, nameOf: basename })
    const recipeText = input.recipe ?? writeRecipe(recipe)
    const source = input.source ?? input.paths.map((path) => basename(path)).join(', ')
    const report = await storeImport(actor, wend, { files, recipe, recipeText, source, signal, progress })
    return { report, recipe: recipeText, questions }
  } finally {
    await wend.uploads.remove(scratch)
  }
}
