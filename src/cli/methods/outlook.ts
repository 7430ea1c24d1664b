import { oneOf } from '../parse/one-of.ts'
import { formatCount, formatDuration } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'outlook'>['rows'][number]

const listNames: Readonly<Record<Row['list'], string>> = { stuck: 'stuck', 'likely-to-leave': 'likely to leave', ready: 'ready' }

export const outlookCommand: MethodCommand<'outlook'> = {
  describe: 'who under way now is stuck, likely to leave or ready for the next step, and why',
  options: (command) => command.option('--list <list>', 'outlook: only stuck, likely-to-leave or ready'),
  build: ({ list }) => ({
    question: 'outlook',
    ...(typeof list === 'string' && { list: oneOf(list, '--list', ['stuck', 'likely-to-leave', 'ready']) }),
  }),
  present: ({ rows, summary }, look) => {
    const counts = summary.counts.map(({ list, count }) => `${formatCount(count)} ${listNames[list]}`).join(', ')
    const head = `${formatCount(summary.open)} under way: ${counts}\n`
    if (rows.length === 0) return head
    const table = drawTable(
      [
        { title: 'list', value: (row: Row) => listNames[row.list] },
        { title: 'customer', value: (row: Row) => row.customer },
        { title: 'waits', value: (row: Row) => formatDuration(row.waited), right: true },
        { title: 'goal', value: (row: Row) => (row.goal === null ? '–' : `${Math.round(100 * row.goal)} %`), right: true },
        { title: 'reason', value: (row: Row) => row.reason },
        { title: 'hint', value: (row: Row) => row.hint },
      ],
      rows,
      look,
    )
    return `${head}\n${table}`
  },
}
