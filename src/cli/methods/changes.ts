import { oneOf } from '../parse/one-of.ts'
import { formatDate } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'changes'>['rows'][number]

export const changesCommand: MethodCommand<'changes'> = {
  describe: 'what changed, and since when (--bucket day, week or month): paths, times, scores, beginnings',
  build: ({ bucket }) => ({ question: 'changes', bucket: oneOf(bucket ?? 'week', '--bucket', ['day', 'week', 'month']) }),
  present: ({ rows, summary }, look) => {
    const head = `${summary.series} series over ${summary.periods.length} periods were looked at\n`
    if (rows.length === 0) return `${head}Nothing changed by more than chance would bring.\n`
    const table = drawTable(
      [
        { title: 'since', value: (row: Row) => formatDate(row.at) },
        { title: 'change', value: (row: Row) => row.sentence },
        {
          title: 'difference',
          value: (row: Row) => `${shown(row, row.difference)} (${shown(row, row.low)} to ${shown(row, row.high)})`,
          right: true,
        },
        { title: 'p', value: (row: Row) => row.p.toPrecision(2), right: true },
      ],
      rows,
      look,
    )
    return `${head}\n${table}`
  },
}

const shown = ({ measure }: Row, value: number): string => (measure === 'score' ? value.toFixed(2) : `${(100 * value).toFixed(1)} points`)
