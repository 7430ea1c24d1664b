/** A column of a table: its head, and what stands in it for a row. */
export interface CsvColumn<Row> {
  readonly name: string
  readonly value: (row: Row) => string | number | boolean | null | undefined
}

/**
 * Rows as CSV (RFC 4180, CRLF, UTF-8 text without a byte order mark). A text that a spreadsheet would run as a formula is
 * led by an apostrophe; numbers stay numbers.
 */
export function answerToCsv<Row>(rows: readonly Row[], columns: readonly CsvColumn<Row>[]): string {
  const lines = [columns.map((column) => field(column.name)), ...rows.map((row) => columns.map((column) => field(column.value(row))))]
  return lines.map((line) => `${line.join(',')}\r\n`).join('')
}

/** Columns by the keys of rows that are flat objects; lists are joined by " > ", other objects are written as JSON. */
export function columnsOf<Row extends object>(keys: readonly (keyof Row & string)[]): CsvColumn<Row>[] {
  return keys.map((key) => ({ name: key, value: (row) => flat(row[key]) }))
}

function field(value: string | number | boolean | null | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const guarded = startsFormula.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Also after spaces and in full width, which spreadsheets read alike. */
const startsFormula = /^[\s\u0000\ufeff]*[=+\-@\t\r\n\u0000＝＋－＠]|^[\t\r\n\u0000]/

function flat(value: unknown): string | number | boolean | null {
  if (value === undefined || value === null) return null
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join(' > ')
  return JSON.stringify(value)
}
