/** Rows of cells as a spreadsheet puts them on the clipboard: tabs between cells, quotes around what holds tabs, quotes or line breaks. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoted).join('\t')).join('\n')
}

const quoted = (cell: string): string => (/[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The cells of a spreadsheet's clipboard text. A line break at the very end is not a row. */
export function readTsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at)
    rows.at(-1)?.push(cell)
    const end = text[next]
    if (end === undefined) break
    at = next + (end === '\r' && text[next + 1] === '\n' ? 2 : 1)
    if (end !== '\t') {
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}

function plainCell(text: string, from: number): readonly [string, number] {
  let to = from
  while (to < text.length && text[to] !== '\t' && text[to] !== '\n' && text[to] !== '\r') to++
  return [text.slice(from, to), to]
}

/** A quoted cell; a quote that never closes, or that is not followed by an end, is plain text. */
function quotedCell(text: string, from: number): readonly [string, number] {
  let cell = ''
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== '"') cell += text[at]
    else if (text[at + 1] === '"') {
      cell += '"'
      at++
    } else {
      const next = text[at + 1]
      return next === undefined || next === '\t' || next === '\n' || next === '\r' ? [cell, at + 1] : plainCell(text, from)
    }
  }
  return plainCell(text, from)
}
