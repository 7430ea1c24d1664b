import type { Preview, PreviewQuestion, PreviewRequest } from '../contract/imports.ts'
import type { PreviewEvent } from '../events/event-store.ts'
import type { RecipeQuestion } from '../sources/inference.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import type { RecipeProblem } from '../sources/recipe-problem.ts'
import { writeRecipe } from '../sources/write-recipe.ts'
import type { Recipe } from '../sources/recipe.ts'
import type { Actor } from './actor.ts'
import { chooseRecipe } from './choose-recipe.ts'
import { findUploads } from './find-uploads.ts'
import { demand } from './permission.ts'
import { fitRecipe, prepareFiles, type NamedFile } from './prepare-files.ts'
import { sampleFile } from './sample-file.ts'
import type { Wend } from './wend.ts'

export type PreviewInput = Omit<PreviewRequest, 'uploads'> & { readonly signal: AbortSignal }

const shownRows = 8
const shownEvents = 50

/**
 * What an import of uploaded files would do; stores nothing. Without a recipe one is worked out from named columns or
 * from the files. Where that fails, the preview shows the columns and a question says what is missing. Refuses with
 * `upload_not_found`, `bad_recipe`, `file_unreadable` or `unknown_column`.
 */
export async function previewImport(
  actor: Actor,
  wend: Wend,
  { uploads, ...input }: PreviewInput & { readonly uploads: readonly string[] },
): Promise<Preview> {
  demand(actor, 'import')
  const files = await findUploads(actor, wend, uploads)
  const { parsed: _, ...preview } = await previewFiles(actor, wend, { ...input, files })
  return { ...preview, files: preview.files.map((file, index) => ({ upload: files[index]?.upload.id ?? '', ...file })) }
}

export type FilesPreview = Omit<Preview, 'files'> & {
  readonly files: readonly Omit<Preview['files'][number], 'upload'>[]
  /** Null when no recipe could be worked out. */
  readonly parsed: Recipe | null
}

/** The same for files on disk. */
export async function previewFiles(
  actor: Actor,
  wend: Pick<Wend, 'events'>,
  input: PreviewInput & { readonly files: readonly NamedFile[] },
): Promise<FilesPreview> {
  const { signal } = input
  const prepared = await prepareFiles(input.files, { reader: wend.events, signal })
  const sampled = await Promise.all(prepared.map((file) => sampleFile(file, { reader: wend.events, name: file.name, signal })))
  const chosen = chooseRecipe(input, sampled)
  const recipe = chosen.ok ? chosen.value.recipe : null
  const notes = chosen.ok ? chosen.value.notes : []
  const events = recipe ? await previewEvents(actor, wend, { recipe, prepared, signal }) : []
  return {
    recipe: input.recipe ?? (recipe ? writeRecipe(recipe) : ''),
    parsed: recipe,
    inferred: chosen.ok ? chosen.value.inferred : true,
    files: prepared.map((file, index) => ({
      name: file.name,
      format: file.format,
      bytes: file.bytes,
      columns: [...file.columns],
      sample: (sampled[index]?.rows ?? []).slice(0, shownRows).map((row) => ({ ...row })),
      notes: [...file.notes, ...(index === 0 ? notes : [])],
    })),
    events: events.map((event) => ({ ...event })),
    questions: chosen.ok ? chosen.value.questions.map(presentQuestion) : [whichColumns(chosen.error)],
  }
}

interface Trial {
  readonly recipe: Recipe
  readonly prepared: readonly PreparedFile[]
  readonly signal: AbortSignal
}

async function previewEvents(
  actor: Actor,
  wend: Pick<Wend, 'events'>,
  { recipe, prepared, signal }: Trial,
): Promise<readonly PreviewEvent[]> {
  const files = await fitRecipe(recipe, prepared)
  return wend.events.preview({ workspace: actor.workspace, number: 0, source: 'preview', recipe, files }, shownEvents, signal)
}

const about: Readonly<Record<RecipeQuestion['code'], PreviewQuestion['about']>> = {
  'time-zone': 'timezone',
  'day-or-month-first': 'dates',
  customer: 'columns',
  touchpoint: 'columns',
  time: 'columns',
  channel: 'columns',
  account: 'columns',
  scale: 'scale',
}

const whichColumns = (problems: readonly RecipeProblem[]): PreviewQuestion => ({
  about: 'columns',
  field: '',
  text: problems.map((problem) => problem.message).join(' '),
  choices: [],
})

const presentQuestion = ({ code, field, text, choices }: RecipeQuestion): PreviewQuestion => ({
  about: about[code],
  field,
  text,
  choices: choices.map((value) => ({ value, label: columnLabel(value) })),
})

/** "{type:Company}" is offered as "Company". */
const columnLabel = (value: string): string => /^\{type:(.+)\}$/.exec(value)?.[1] ?? value
