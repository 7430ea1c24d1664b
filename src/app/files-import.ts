import { basename, join } from 'node:path'
import type { ImportReport } from '../events/event-store.ts'
import { writeRecipe } from '../sources/write-recipe.ts'
import type { Actor } from './actor.ts'
import { lookAt, type FilesInput } from './files-store.ts'
import { demand } from './permission.ts'
import { readRecipe, type NamedFile } from './prepare-files.ts'
import { runImport } from './run-import.ts'
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
  const { paths, signal, progress } = input
  try {
    const folder = await wend.uploads.scratch(scratch)
    const chosen =
      input.recipe === undefined
        ? await lookAt(input, { directory: folder, reader: wend.events })
        : { recipe: readRecipe(input.recipe), questions: [] }
    const recipeText = input.recipe ?? writeRecipe(chosen.recipe)
    const files = paths.map((path, i): NamedFile => ({ path, name: basename(path), workDir: join(folder, `import-${i}`) }))
    const source = input.source ?? paths.map((path) => basename(path)).join(', ')
    const report = await runImport(actor, wend, { files, recipe: chosen.recipe, recipeText, source, signal, progress })
    return { report, recipe: recipeText, questions: chosen.questions }
  } finally {
    await wend.uploads.remove(scratch)
  }
}
