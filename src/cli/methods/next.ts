import { parseNames } from '../parse/names.ts'
import { formatCount, formatDuration } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Answer = MethodAnswer<'next'>
type Row = Answer['rows'][number]

export const nextCommand: MethodCommand<'next'> = {
  describe: 'what comes next after a path (--path "A,B"), how soon, and how good such sayings are',
  build: ({ path }) => ({ question: 'next', path: path === undefined || path === '' ? [] : [...parseNames(path, '--path')] }),
  present: ({ rows, summary }, look) => {
    if (rows.length === 0) return ''
    const table = drawTable(
      [
        { title: 'next', value: (row: Row) => (row.next === '' ? '(nothing more)' : row.next) },
        { title: 'chance', value: (row: Row) => percent(row.chance), right: true },
        { title: 'half within', value: (row: Row) => formatDuration(row.p50), right: true },
        { title: 'nine in ten', value: (row: Row) => formatDuration(row.p90), right: true },
        { title: 'seen', value: (row: Row) => formatCount(row.n), right: true },
      ],
      rows,
      look,
    )
    return `${table}\n${aboutPath(summary)}\n\n${judged(summary, look)}`
  },
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function aboutPath({ seen, goal }: Answer['summary']): string {
  const chance = goal ? ` Chance of the goal: ${percent(goal.chance)} (${percent(goal.low)} to ${percent(goal.high)}, n ${goal.n}).` : ''
  return `${formatCount(seen)} moments like this were learnt from.${chance}`
}

function judged(
  { learnt, judged: later, quality, lastStep, majority, goalQuality }: Answer['summary'],
  look: Parameters<typeof drawTable>[2],
): string {
  const all = [
    { name: 'this model', quality },
    { name: 'last touchpoint alone', quality: lastStep },
    { name: 'always the commonest', quality: majority },
  ]
  const figure = (of: (one: NonNullable<typeof quality>) => string) => (row: (typeof all)[number]) => (row.quality ? of(row.quality) : '–')
  const table = drawTable(
    [
      {
        title: `learnt on ${formatCount(learnt)}, judged on the later ${formatCount(later)}`,
        value: (row: (typeof all)[number]) => row.name,
      },
      { title: 'right', value: figure((one) => percent(one.accuracy)), right: true },
      { title: 'log loss', value: figure((one) => one.logLoss.toFixed(3)), right: true },
      { title: 'calibration error', value: figure((one) => one.calibrationError.toFixed(3)), right: true },
    ],
    all,
    look,
  )
  const goal = goalQuality
    ? `Chance of the goal: Brier score ${goalQuality.brier.toFixed(3)}; always saying what is usual: ${goalQuality.brierOfBase.toFixed(3)}.\n`
    : ''
  return table + goal
}
