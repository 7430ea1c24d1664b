import { err, ok, type Result } from '../../journey/result.ts'
import type { PreparedFile } from '../../sources/prepared-file.ts'
import type { RecipeFile } from '../../sources/recipe.ts'
import { tableColumns } from './prepare-columns.ts'
import { RefusedFile, refuseFile, type FileProblem } from './prepare-problem.ts'

/** The file as a recipe wants it read: its own delimiter, header rows to skip. A format that the content contradicts is refused. */
export async function applyFileSettings(prepared: PreparedFile, settings: RecipeFile): Promise<Result<PreparedFile, FileProblem>> {
  try {
    return ok(await withSettings(prepared, settings))
  } catch (error) {
    if (error instanceof RefusedFile) return err(error.problem)
    throw error
  }
}

async function withSettings(prepared: PreparedFile, { format, delimiter, skipRows = 0 }: RecipeFile): Promise<PreparedFile> {
  const table = prepared.format === 'csv' || prepared.format === 'tsv'
  const wantsTable = format === 'csv' || format === 'tsv'
  // An XES or OCEL log has become JSON lines by now.
  const fits =
    format === undefined ||
    (wantsTable ? table : format === prepared.format || ((format === 'xes' || format === 'ocel') && prepared.format === 'jsonl'))
  if (!fits)
    throw refuseFile('unknown', prepared.name, {
      message: `the recipe says ${format}, its content says ${prepared.format}: leave "format" out, or give another file`,
    })
  if (!table) return prepared
  const separator = delimiter ?? (format === 'tsv' ? '\t' : prepared.delimiter)
  const skipped = { ...prepared, headerRows: prepared.headerRows + skipRows }
  if (separator === prepared.delimiter) return skipped
  const { columns } = await tableColumns(prepared.path, separator, { headerRows: prepared.headerRows, name: prepared.name })
  return { ...skipped, delimiter: separator, columns, format: separator === '\t' ? 'tsv' : 'csv' }
}
