import { safeCsvLine } from '../../app/csv-text.ts'

/** The rows as CSV with the names of the JSON shape; times in milliseconds, lists and objects as JSON. */
export function answerCsv({ rows }: { readonly rows: readonly object[] }): string {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => safeCsvLine(names.map((name) => cell((row as Readonly<Record<string, unknown>>)[name]))))
  return names.length === 0 ? '' : safeCsvLine(names) + lines.join('')
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
