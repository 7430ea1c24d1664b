import { WrongUsage } from '../failure.ts'
import { formatDate } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'theme-texts'>['rows'][number]

export const themeTextsCommand: MethodCommand<'theme-texts'> = {
  describe: 'the texts of one theme, or with --none those in no theme',
  options: (command) => command.option('--theme <id>', 'theme-texts: id of the theme').option('--none', 'theme-texts: those in no theme'),
  build: ({ theme, none, touchpoint }) => {
    if (typeof theme !== 'string' && none !== true)
      throw new WrongUsage('Name a theme with --theme ID (see wend ask themes), or give --none.')
    return {
      question: 'theme-texts',
      ...(typeof theme === 'string' && { theme }),
      ...(touchpoint !== undefined && { touchpoints: [touchpoint] }),
    }
  },
  present: ({ rows }, look) =>
    drawTable(
      [
        { title: 'time', value: (row: Row) => formatDate(row.time) },
        { title: 'customer', value: (row: Row) => row.customer || 'interview' },
        { title: 'at', value: (row: Row) => row.touchpoint },
        { title: 'score', value: (row: Row) => (row.score === null ? '' : `${row.score} ${row.scale}`) },
        { title: 'text', value: (row: Row) => row.text },
        { title: 'from', value: (row: Row) => (row.line > 0 ? `${row.file}:${row.line}` : row.file) },
      ],
      rows,
      look,
    ),
}
