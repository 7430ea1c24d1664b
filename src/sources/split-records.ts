/**
 * The first `limit` rows of a delimited text, for judging a sample: quotes open only at the start of a field, a row that
 * the sample cuts off is left out (unless it is the only one). Whole files are read by the CSV parser, not by this.
 */
export function splitRecords(text: string, delimiter: string, limit: number): readonly (readonly string[])[] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length && rows.length < limit) {
    const field = text[at] === '"' ? quotedField(text, at) : { value: '', end: at }
    const end = fieldEnd(text, field.end, delimiter)
    row.push(field.value + text.slice(field.end, end))
    at = end + 1
    if (text[end] === delimiter) {
      if (at >= text.length) row.push('')
      continue
    }
    if (text[end] === '\r' && text[at] === '\n') at++
    if (end >= text.length && rows.length > 0) break
    rows.push(row)
    row = []
  }
  return rows
}

function quotedField(text: string, open: number): { readonly value: string; readonly end: number } {
  let value = ''
  let at = open + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close < 0) return { value: value + text.slice(at), end: text.length }
    value += text.slice(at, close)
    if (text[close + 1] !== '"') return { value, end: close + 1 }
    value += '"'
    at = close + 2
  }
}

function fieldEnd(text: string, from: number, delimiter: string): number {
  let at = from
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++
  return at
}
