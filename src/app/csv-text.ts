/** One line of CSV, every field quoted. */
export const csvLine = (fields: readonly string[]): string => `${fields.map(quoted).join(',')}\r\n`

/** As `csvLine`, and no field is taken for a formula by a spreadsheet; plain negative numbers stay as they are. */
export const safeCsvLine = (fields: readonly string[]): string => csvLine(fields.map(withoutFormula))

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`

function withoutFormula(field: string): string {
  return /^[=+\-@\t\r\0]/.test(field) && !/^[+-]?\d+([.,]\d+)*$/.test(field) ? `'${field}` : field
}
