import { formatCount } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'themes'>['rows'][number]

export const themesCommand: MethodCommand<'themes'> = {
  describe: 'what customers write about: themes with counts, feeling, where, and their words',
  options: (command) =>
    command.option('--by <bucket>', 'themes: trend by week or month').option('--with-excluded', 'themes: also those that people excluded'),
  build: ({ touchpoint, by, withExcluded }) => ({
    question: 'themes',
    ...(touchpoint !== undefined && { touchpoints: [touchpoint] }),
    ...((by === 'week' || by === 'month') && { bucket: by }),
    ...(withExcluded === true && { excluded: true }),
  }),
  present: ({ rows, summary }, look) => {
    if (rows.length === 0) return ''
    const table = drawTable(
      [
        { title: 'theme', value: (row: Row) => row.name + (row.excluded ? ' (excluded)' : '') },
        { title: 'texts', value: (row: Row) => formatCount(row.texts), right: true },
        { title: 'customers', value: (row: Row) => formatCount(row.customers), right: true },
        { title: 'score', value: (row: Row) => feeling(row.scores), right: true },
        { title: 'words', value: (row: Row) => feeling(row.words), right: true },
        { title: 'mostly at', value: (row: Row) => row.touchpoints[0]?.touchpoint ?? '' },
        { title: 'id', value: (row: Row) => row.id },
      ],
      rows,
      look,
    )
    const told = rows
      .slice(0, 5)
      .map(({ name, verbatims: [first] }) =>
        first ? `${name}: “${first.text}” (${first.file}${first.line > 0 ? `, line ${first.line}` : ''})` : name,
      )
    const { inThemes, texts, languages } = summary
    const spoken = languages.map((one) => `${one.language || 'not told'} ${formatCount(one.texts)}`).join(', ')
    return `${table.trimEnd()}\n\n${told.join('\n')}\n\n${formatCount(inThemes)} of ${formatCount(texts)} texts are in a theme. Languages: ${spoken}. The score is given by customers, the words are read; both −1 to +1.\n`
  },
}

const feeling = ({ mean, n }: Row['scores']): string =>
  mean === null ? (n === 0 ? '–' : `too few (${n})`) : `${mean < 0 ? '−' : '+'}${Math.abs(mean).toFixed(2)}`
