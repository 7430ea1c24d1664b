import type { Look } from '../context.ts'
import { cut, plain, widthOf } from './plain.ts'

export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string
  /** Numbers stand right. Default left. */
  readonly right?: boolean
}

const gap = 2
/** A text column is never cut shorter than this. */
const least = 14

/** An aligned table. In a terminal too narrow for it, its widest text columns are cut; in a pipe nothing is. */
export function drawTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], look: Look): string {
  const cells = rows.map((row) => columns.map((column) => plain(column.value(row))))
  const widths = fit(
    columns.map((column, i) => cells.reduce((most, line) => Math.max(most, widthOf(line[i] ?? '')), widthOf(column.title))),
    columns,
    look.columns,
  )
  const line = (texts: readonly string[]): string =>
    columns
      .map((column, i) => {
        const text = cut(texts[i] ?? '', widths[i] ?? 0)
        const space = ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)))
        return column.right ? space + text : text + space
      })
      .join(' '.repeat(gap))
      .trimEnd()
  const head = line(columns.map(({ title }) => title))
  return [faint(head, look), ...cells.map(line)].map((text) => `${text}\n`).join('')
}

function fit<Row>(wanted: readonly number[], columns: readonly Column<Row>[], room: number | null): readonly number[] {
  if (room === null) return wanted
  const widths = [...wanted]
  for (;;) {
    const over = widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1) - room
    if (over <= 0) return widths
    const texts = widths.map((width, i) => (columns[i]?.right ? 0 : width))
    const widest = Math.max(...texts)
    if (widest <= least) return widths
    widths[texts.indexOf(widest)] = Math.max(least, widest - Math.max(1, Math.min(over, Math.ceil(widest / 8))))
  }
}

export const faint = (text: string, { colour }: Look): string => (colour ? `\u001b[2m${text}\u001b[22m` : text)
export const strong = (text: string, { colour }: Look): string => (colour ? `\u001b[1m${text}\u001b[22m` : text)
