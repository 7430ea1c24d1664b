import { oneOf } from '../parse/one-of.ts'
import { formatCount } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'emotion'>['rows'][number]
type Summary = MethodAnswer<'emotion'>['summary']
type Value = Pick<Row, 'n' | 'mean' | 'low' | 'high'>

export const emotionCommand: MethodCommand<'emotion'> = {
  describe: 'how customers feel at each touchpoint, by the scores they gave and by what they wrote',
  options: (command) =>
    command.option('--method <method>', 'emotion: how texts are scored, lexicon (default) or model, which takes longer'),
  build: ({ method }) => ({
    question: 'emotion',
    ...(typeof method === 'string' && { method: oneOf(method, '--method', ['lexicon', 'model']) }),
  }),
  present: ({ rows, summary }, look) => {
    if (rows.length === 0) return ''
    const table = drawTable(
      [
        { title: 'touchpoint', value: (row: Row) => row.touchpoint },
        { title: 'by', value: (row: Row) => row.series },
        { title: 'feeling', value: rowText, right: true },
        { title: 'n', value: (row: Row) => formatCount(row.n), right: true },
        {
          title: 'linked: own / explicit / nearest',
          value: ({ links }: Row) => `${links.own} / ${links.explicit} / ${links.nearest}`,
          right: true,
        },
        { title: 'by its own formula', value: ({ figures }: Row) => figures.map(figureText).join('; ') },
      ],
      rows,
      look,
    )
    return [table, ...momentLines(summary), ...wordLines(summary)].map((part) => `${part.trimEnd()}\n`).join('')
  },
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`
const feelingText = ({ mean, low, high }: Value): string =>
  mean === null ? 'too few' : `${signed(mean)} (${signed(low ?? -1)}…${signed(high ?? 1)})`

const rowText = (row: Row): string => (row.n === 0 ? `not scored (${formatCount(row.notScored)} texts)` : feelingText(row))

const figureNames: Readonly<Record<string, string>> = { nps: 'NPS', csat: 'CSAT', ces: 'CES', stars: 'stars' }

function figureText({ scale, unit, value, low, high }: Row['figures'][number]): string {
  const text = (one: number): string => (unit === 'scale' ? one.toFixed(2) : one.toFixed(0).replace('-', '−'))
  const interval = low === null || high === null ? '' : ` (${text(low)}…${text(high)})`
  return `${figureNames[scale] ?? scale} ${text(value)}${unit === 'percent' ? ' %' : ''}${interval}`
}

const momentNames: Readonly<Record<Summary['moments'][number]['kind'], string>> = {
  best: 'best',
  worst: 'worst',
  'before-goal': 'last before the goal',
  'before-leaving': 'where most leave',
}

const momentLines = ({ moments }: Summary): readonly string[] =>
  moments.length === 0
    ? []
    : [
        '\nMoments of truth',
        ...moments.map((one) => `  by ${one.series}, ${momentNames[one.kind]}: ${one.touchpoint}, ${feelingText(one)}`),
      ]

function wordLines({ words }: Summary): readonly string[] {
  if (words.texts === 0) return []
  const languages = words.languages
    .map(({ language, texts, scored }) => `${languageNames[language] ?? language} ${scored}/${texts}`)
    .join(', ')
  const measured = words.measured.map(({ set, measure, figure }) => `${set} ${measure} ${figure.toFixed(2)}`).join(', ')
  return [
    `\nTexts scored: ${formatCount(words.scored)} of ${formatCount(words.texts)} by the ${words.method} (by language ${languages})`,
    `The ${words.method} against people, on English texts it had not learnt from: ${measured}`,
  ]
}

const languageNames: Readonly<Record<string, string>> = { und: 'not told', zxx: 'no words' }
