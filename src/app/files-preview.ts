import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PreviewEvent } from '../events/event-store.ts'
import { openEventStore } from '../events/open-event-store.ts'
import { writeRecipe } from '../sources/write-recipe.ts'
import { localOwner } from './actor.ts'
import { lookAt, usualMemory, type FilesInput } from './files-store.ts'

/** What an import of files would do. */
export interface FilesPreview {
  /** As YAML. */
  readonly recipe: string
  readonly inferred: boolean
  readonly files: readonly {
    readonly name: string
    readonly format: string
    readonly bytes: number
    readonly columns: readonly string[]
    readonly notes: readonly string[]
  }[]
  readonly notes: readonly string[]
  readonly questions: readonly string[]
  readonly events: readonly PreviewEvent[]
}

/** The recipe and its first events; stores nothing and touches no data directory. Refuses with `file_unreadable` or `bad_recipe`. */
export async function previewPaths(input: FilesInput & { readonly shown: number }): Promise<FilesPreview> {
  const directory = await mkdtemp(join(tmpdir(), 'wend-'))
  try {
    const store = await openEventStore({ directory: join(directory, 'events'), totalMemory: input.memory ?? usualMemory })
    try {
      const { files, recipe, inferred, notes, questions } = await lookAt(input, { directory, reader: store })
      const events = await store.preview(
        { workspace: localOwner.workspace, number: 0, source: 'preview', recipe, files },
        input.shown,
        input.signal,
      )
      const described = Object.values(files).map((file) => ({
        name: file.name,
        format: file.format,
        bytes: file.bytes,
        columns: file.columns,
        notes: file.notes,
      }))
      return { recipe: input.recipe ?? writeRecipe(recipe), inferred, files: described, notes, questions, events }
    } finally {
      await store.close()
    }
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 3 })
  }
}
