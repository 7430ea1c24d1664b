import type { PreparedFile } from '../../sources/prepared-file.ts'
import { readJsonRow, readLines } from './prepare-json-lines.ts'
import { refuseFile, type FileProblem } from './prepare-problem.ts'
import { scanRecords } from './prepare-rows.ts'

/**
 * Why the engine could not read a file, in words that name the line: for after it has failed, because this reads every
 * byte in slow motion. Undefined when nothing wrong is found here.
 */
export async function findFault(prepared: PreparedFile, signal?: AbortSignal): Promise<FileProblem | undefined> {
  const { name, format } = prepared
  if (format === 'csv' || format === 'tsv') {
    const { openQuoteLine, strayTextLine } = await scanRecords(prepared.path, { delimiter: prepared.delimiter, signal }, () => true)
    if (strayTextLine !== null)
      return fault(
        name,
        strayTextLine,
        'text follows a closing quote ("): double the quotes that belong to the text, or close them only at the end of a field',
      )
    if (openQuoteLine !== null)
      return fault(name, openQuoteLine, 'a quote (") opens here and is never closed: close it, or double it if it is part of the text')
  }
  if (format === 'jsonl') {
    for await (const { line, text } of readLines(prepared.path, name)) {
      signal?.throwIfAborted()
      if (!readJsonRow(text)) return fault(name, line, 'is no JSON object: write one whole object a line')
    }
  }
  return undefined
}

const fault = (file: string, line: number, message: string): FileProblem => refuseFile('bad-content', file, { line, message }).problem
