import type { Preview, PreviewQuestion, PreviewRequest } from '../contract/imports.ts'
import type { PreviewEvent } from '../events/event-store.ts'
import { readSample } from '../events/ingest/prepare-sample.ts'
import { inferRecipe } from '../sources/infer-recipe.ts'
import type { RecipeQuestion, SampledFile } from '../sources/inference.ts'
import { recipeFromColumns } from '../sources/recipe-from-columns.ts'
import type { PreparedFile } from '../sources/prepared-file.ts'
import { writeRecipe } from '../sources/write-recipe.ts'
import type { Recipe } from '../sources/recipe.ts'
import type { Actor } from './actor.ts'
import { answerOpenQuestions } from './answer-open-questions.ts'
import { findUploads } from './find-uploads.ts'
import { demand } from './permission.ts'
import { fitRecipe, prepareFiles, readRecipe, refusedRecipe, type NamedFile } from './prepare-files.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export type PreviewInput = Omit<PreviewRequest, 'uploads'> & { readonly signal: AbortSignal }

const sampleRows = 500
const shownRows = 8
const shownEvents = 50

/**
 * What an import of uploaded files would do; stores nothing. Without a recipe one is worked out from named columns or
 * from the files. Refuses with `upload_not_found`, `bad_recipe`, `file_unreadable` or `unknown_column`.
 */
export async function previewImport(
  actor: Actor,
  wend: Wend,
  { uploads, ...input }: PreviewInput & { readonly uploads: readonly string[] },
): Promise<Preview> {
  demand(actor, 'import')
  const files = await findUploads(actor, wend, uploads)
  const preview = await previewFiles(actor, wend, { ...input, files })
  const ids = new Map(files.map((file) => [file.name, file.upload.id]))
  return { ...preview, files: preview.files.map((file) => ({ upload: ids.get(file.name) ?? '', ...file })) }
}

export type FilesPreview = Omit<Preview, 'files'> & {
  readonly files: readonly Omit<Preview['files'][number], 'upload'>[]
  readonly parsed: Recipe
}

/** The same for files on disk. */
export async function previewFiles(
  actor: Actor,
  wend: Pick<Wend, 'events'>,
  input: PreviewInput & { readonly files: readonly NamedFile[] },
): Promise<FilesPreview> {
  const { signal } = input
  const prepared = await prepareFiles(input.files, { signal })
  const sampled = await Promise.all(prepared.map(sampleOf))
  const { recipe, notes, questions, inferred } = chooseRecipe(input, sampled)
  const fitted = await fitRecipe(recipe, prepared)
  const events = await wend.events.preview(
    { workspace: actor.workspace, number: 0, source: 'preview', recipe, files: fitted },
    shownEvents,
    signal,
  )
  return {
    recipe: input.recipe ?? writeRecipe(recipe),
    parsed: recipe,
    inferred,
    files: prepared.map((file, index) => ({
      name: file.name,
      format: file.format,
      bytes: file.bytes,
      columns: [...file.columns],
      sample: (sampled[index]?.rows ?? []).slice(0, shownRows).map((row) => ({ ...row })),
      notes: [...file.notes, ...(index === 0 ? notes : [])],
    })),
    events: events.map((event: PreviewEvent) => ({ ...event })),
    questions,
  }
}

async function sampleOf(file: PreparedFile): Promise<SampledFile> {
  const rows = await readSample(file, sampleRows)
  return { name: file.name, columns: file.columns, rows, ...(file.moreColumns && { moreColumns: true }) }
}

interface Chosen {
  readonly recipe: Recipe
  readonly notes: readonly string[]
  readonly questions: PreviewQuestion[]
  readonly inferred: boolean
}

function chooseRecipe({ recipe, columns, timezone, dates }: PreviewInput, sampled: readonly SampledFile[]): Chosen {
  if (recipe !== undefined) return { recipe: readRecipe(recipe), notes: [], questions: [], inferred: false }
  const [only] = sampled
  if (columns && (sampled.length !== 1 || !only)) {
    throw new Refusal(
      'bad_recipe',
      'Named columns describe one file. For several files write a recipe, or leave the columns out and let Wend work it out.',
    )
  }
  const result = columns && only ? recipeFromColumns(columns, only) : inferRecipe(sampled)
  if (!result.ok) throw refusedRecipe(result.error)
  const answered = answerOpenQuestions(result.value, { timezone, dates })
  return { recipe: answered.recipe, notes: answered.notes, questions: answered.questions.map(presentQuestion), inferred: true }
}

const about: Readonly<Record<RecipeQuestion['code'], PreviewQuestion['about']>> = {
  'time-zone': 'timezone',
  'day-or-month-first': 'dates',
  customer: 'columns',
  touchpoint: 'columns',
  time: 'columns',
  channel: 'columns',
  scale: 'scale',
}

const presentQuestion = ({ code, field, text, choices }: RecipeQuestion): PreviewQuestion => ({
  about: about[code],
  field,
  text,
  choices: choices.map((value) => ({ value, label: value })),
})
