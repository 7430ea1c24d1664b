import { formatCount, formatDuration, formatPeriod } from './numbers.ts'
import type { Look } from '../context.ts'
import type { AnyAnswer, Question, RowOf } from '../shapes.ts'
import { columnsOf } from './answer-columns.ts'
import { footerOf } from './answer-footer.ts'
import { drawTable, faint, type Column } from './table.ts'

/** An answer for people: an aligned table with units, and a line that reconciles it. */
export function answerText(answer: AnyAnswer, question: Question, look: Look): string {
  if (answer.question === 'overview') return overviewText(answer.rows, look)
  if (answer.rows.length === 0) return `No rows. ${footerOf(answer)}\n`
  return `${drawTable(columnsOf(answer, question), answer.rows, look)}\n${faint(footerOf(answer), look)}\n`
}

type Line = { readonly name: string; readonly values: readonly string[] }

/** One fact a line, one column a group. */
function overviewText(rows: readonly RowOf<'overview'>[], look: Look): string {
  const facts: readonly (readonly [string, (row: RowOf<'overview'>) => string])[] = [
    ['customers', (row) => formatCount(row.customers)],
    ['accounts', (row) => formatCount(row.accounts)],
    ['journeys', (row) => formatCount(row.journeys)],
    ['events', (row) => formatCount(row.events)],
    ['touchpoints', (row) => formatCount(row.touchpoints)],
    ['variants', (row) => formatCount(row.variants)],
    ['reached the goal', (row) => formatCount(row.reachedGoal)],
    ['ended without it', (row) => formatCount(row.lost)],
    ['still open', (row) => formatCount(row.open)],
    ['period (UTC)', (row) => formatPeriod(row.from, row.to)],
    ['duration mean', (row) => formatDuration(row.meanDuration)],
    ['duration p50', (row) => formatDuration(row.p50Duration)],
    ['duration p90', (row) => formatDuration(row.p90Duration)],
    ['feedback', (row) => formatCount(row.feedback)],
    ['verbatims', (row) => formatCount(row.verbatims)],
  ]
  const lines: readonly Line[] = facts.map(([name, value]) => ({ name, values: rows.map(value) }))
  const columns: readonly Column<Line>[] = [
    { title: '', value: (line) => line.name },
    ...rows.map((row, i): Column<Line> => ({ title: row.group ?? '', value: (line) => line.values[i] ?? '', right: true })),
  ]
  const table = drawTable(columns, lines, look)
  return rows.some((row) => row.group !== undefined) ? table : table.slice(table.indexOf('\n') + 1)
}
