import { formatCount } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodCommand } from './method-command.ts'

export const insightsCommand: MethodCommand<'insights'> = {
  describe: 'what hurts and what delights, largest first, each with its size and interval',
  build: () => ({ question: 'insights' }),
  present: ({ rows }, look) =>
    drawTable(
      [
        { title: 'kind', value: (row) => row.kind },
        { title: 'found', value: (row) => row.title },
        { title: 'affected', value: (row) => formatCount(row.affected), right: true },
        { title: 'p', value: (row) => (row.p === undefined ? '' : row.p.toPrecision(2)), right: true },
      ],
      rows,
      look,
    ),
}
