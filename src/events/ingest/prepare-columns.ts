import { uniqueNames } from '../../sources/unique-names.ts'
import { readJsonRow, readLines } from './prepare-json-lines.ts'
import { refuseFile } from './prepare-problem.ts'
import { readRecords } from './prepare-records.ts'

const rowsLookedAt = 1000
const maxColumns = 10_000

/** A table's column names: its header, made unique. */
export async function tableColumns(
  path: string,
  delimiter: string,
  { headerRows, name }: { readonly headerRows: number; readonly name: string },
): Promise<{ readonly columns: readonly string[]; readonly notes: readonly string[] }> {
  const records = await readRecords(path, delimiter, { count: headerRows + 1, name })
  const header = records[headerRows - 1] ?? []
  if (header.every((field) => field.trim() === ''))
    throw refuseFile('bad-content', name, { line: headerRows, message: 'has no column names in its first line: add a header' })
  if (header.length > maxColumns)
    throw refuseFile('bad-content', name, { message: `has ${header.length} columns, more than ${maxColumns}: is the delimiter right?` })
  const columns = uniqueNames(header)
  const notes: string[] = []
  const renamed = columns.filter((column, i) => column !== header[i])
  if (renamed.length > 0)
    notes.push(
      `header names that are empty or stand twice were renamed: ${renamed.slice(0, 10).join(', ')}${renamed.length > 10 ? ', ...' : ''}`,
    )
  if (records.length <= headerRows) notes.push('has a header but no rows')
  if (header.some(looksLikeData)) notes.push('the first line looks like data, not like column names: add a header if it has none')
  return { columns, notes }
}

const looksLikeData = (field: string): boolean => /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d|$)/.test(field)

/** Columns of JSON lines: every name in the first 1,000 rows, in order of appearance. */
export async function jsonLineColumns(
  path: string,
  name: string,
): Promise<{ readonly columns: readonly string[]; readonly notes: readonly string[]; readonly more: boolean }> {
  const columns = new Set<string>()
  let rows = 0
  let bad = 0
  let more = false
  for await (const { line, text } of readLines(path, name)) {
    if (rows === rowsLookedAt) {
      more = true
      break
    }
    const row = readJsonRow(text)
    if (!row && rows === bad && bad >= 9)
      throw refuseFile('bad-content', name, { line, message: 'the first lines are no JSON objects: write one object a line' })
    for (const column of row?.keys() ?? []) columns.add(column)
    rows++
    if (!row) bad++
  }
  if (rows === bad) throw refuseFile('bad-content', name, { line: 1, message: 'holds no JSON object: write one object a line' })
  if (columns.size > maxColumns)
    throw refuseFile('bad-content', name, {
      message: `has more than ${maxColumns} different names: objects used as lists cannot be columns`,
    })
  const notes = bad > 0 ? [`${bad} of the first ${rows} lines ${bad === 1 ? 'is' : 'are'} no JSON object`] : []
  if (more) notes.push('columns are those of the first 1,000 rows; a recipe can also read names that appear later')
  return { columns: [...columns], notes, more }
}
