/** One line of a CSV file (RFC 4180) with its line feed; a field is quoted only where it must be. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(csvField).join(',')}\n`
}

/** Quotes a field that holds a comma, a quote, a line break, or a space at an end. */
export function csvField(text: string): string {
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const needsQuotes = /[",\r\n]|^\s|\s$/
