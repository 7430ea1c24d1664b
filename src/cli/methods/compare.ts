import { WrongUsage } from '../failure.ts'
import { parseWhere } from '../parse/where.ts'
import { formatCount, formatDuration } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'compare'>['rows'][number]

export const compareCommand: MethodCommand<'compare'> = {
  describe: 'two groups side by side (--a TEST --b TEST, as --where takes them), with intervals',
  options: (command) =>
    command
      .option('--a <tests>', 'compare: the first group, such as "journey.plan=pro" (several tests with " and ")')
      .option('--b <tests>', 'compare: the second group'),
  build: ({ a, b }) => ({ question: 'compare', a: groupOf(a, '--a'), b: groupOf(b, '--b') }),
  present: ({ rows, summary }, look) => {
    const head = `a: ${formatCount(summary.journeysA)} journeys, b: ${formatCount(summary.journeysB)}, in both: ${formatCount(summary.both)}\n`
    if (rows.length === 0) return head
    const table = drawTable(
      [
        { title: 'what', value: nameOf },
        { title: 'a', value: (row: Row) => shown(row, row.a), right: true },
        { title: 'b', value: (row: Row) => shown(row, row.b), right: true },
        {
          title: 'difference',
          value: (row: Row) => `${shown(row, row.difference)} (${shown(row, row.low)} to ${shown(row, row.high)})`,
          right: true,
        },
        { title: '', value: (row: Row) => row.verdict },
      ],
      rows,
      look,
    )
    return `${head}\n${table}`
  },
}

function groupOf(text: unknown, option: string): { name: string; journeys?: ReturnType<typeof parseWhere>['journeys'] } {
  if (typeof text !== 'string' || text.trim() === '')
    throw new WrongUsage(`compare: this question needs ${option} TEST, such as ${option} "journey.plan=pro".`)
  const { events, journeys } = parseWhere(text.split(/\s+and\s+/))
  if (Object.keys(events).length > 0)
    throw new WrongUsage(
      `${option}: a group is made of journeys. Use tests of journeys such as journey.plan=pro, reached=Buy or start>=2025-01-01.`,
    )
  return { name: text, ...(Object.keys(journeys).length > 0 && { journeys }) }
}

const words: Readonly<Record<Row['measure'], string>> = {
  conversion: 'reach the goal',
  duration: 'median duration',
  reach: 'come to',
  exits: 'are lost at',
  repeats: 'come again to',
  next: 'go from',
  score: 'feel at',
}
const nameOf = ({ measure, touchpoint, to }: Row): string =>
  `${words[measure]}${touchpoint === '' ? '' : ` ${touchpoint}`}${to === '' ? '' : ` to ${to}`}`

function shown({ measure }: Row, value: number): string {
  if (measure === 'duration') return value < 0 ? `−${formatDuration(-value)}` : formatDuration(value)
  return measure === 'score' ? value.toFixed(2) : `${(100 * value).toFixed(1)} %`
}
