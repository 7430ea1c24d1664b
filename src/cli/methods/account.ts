import { WrongUsage } from '../failure.ts'
import { formatCount, formatDate, formatDuration } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import { accountOptions } from './accounts.ts'
import type { MethodCommand } from './method-command.ts'

export const accountCommand: MethodCommand<'account'> = {
  describe: 'one account: all its people on one time line (--account ID)',
  options: (command) => command.option('--account <id>', 'account: whose'),
  build: ({ account, ...options }) => {
    if (typeof account !== 'string' || account === '') throw new WrongUsage('account: this question needs --account ID.')
    return { question: 'account', account, ...accountOptions(options) }
  },
  present: ({ rows, summary }, look) =>
    [
      drawTable(
        [
          { title: 'person', value: (row) => row.customer },
          { title: 'role', value: (row) => row.role },
          { title: 'events', value: (row) => formatCount(row.events), right: true },
          { title: 'first', value: (row) => formatDate(row.first) },
          { title: 'last', value: (row) => formatDate(row.last) },
          { title: '', value: (row) => (row.silent ? 'silent' : '') },
        ],
        summary.people,
        look,
      ),
      `\n\nStage: ${summary.band.map((one) => `${one.stage} (${formatDate(one.from)})`).join(' → ') || 'none yet'}`,
      ...summary.silences.map(
        ({ from, to }) => `\nNobody was heard of for ${formatDuration(to - from)}: ${formatDate(from)} to ${formatDate(to)}`,
      ),
      '\n\n',
      drawTable(
        [
          { title: 'time (UTC)', value: (row) => new Date(row.time).toISOString().slice(0, 16).replace('T', ' ') },
          { title: 'person', value: (row) => row.customer },
          { title: 'role', value: (row) => row.role },
          { title: 'touchpoint', value: (row) => row.touchpoint },
          { title: 'channel', value: (row) => row.channel },
          { title: 'stage', value: (row) => row.stage ?? '' },
          { title: 'score', value: (row) => (row.score === null ? '' : `${row.score} (${row.scale})`), right: true },
          { title: 'words', value: (row) => row.verbatim },
        ],
        rows,
        look,
      ),
    ].join(''),
}
