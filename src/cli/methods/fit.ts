import { readFile } from 'node:fs/promises'
import { WrongUsage, Refused } from '../failure.ts'
import { formatCount, formatDuration } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodAnswer } from '../shapes.ts'
import type { MethodCommand } from './method-command.ts'

type Row = MethodAnswer<'fit'>['rows'][number]

export const fitCommand: MethodCommand<'fit'> = {
  describe: 'how journeys follow a plan (--plan FILE), who does not, and what it goes with',
  options: (command) => command.option('--plan <file>', 'fit: the plan: BPMN, PNML, a Mermaid journey, or a map or plan in JSON'),
  build: async ({ plan }) => {
    if (typeof plan !== 'string') throw new WrongUsage('fit: this question needs --plan FILE.')
    const text = await readFile(plan, 'utf8').catch((error: unknown) => {
      throw new Refused(`${plan} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    })
    const { readPlan } = await import('../../app/plan/read-plan.ts')
    return { question: 'fit', plan: readPlan(text) as never }
  },
  present: ({ rows, summary, journeys }, look) => {
    const { fit, asPlanned } = summary
    if (!fit) return ''
    const range = fit.low === null || fit.high === null ? '' : ` (${fit.low.toFixed(3)} to ${fit.high.toFixed(3)})`
    const head = `fit ${fit.value.toFixed(3)}${range}; ${formatCount(asPlanned)} of ${formatCount(journeys)} journeys exactly as planned\n`
    if (rows.length === 0) return head
    const table = drawTable(
      [
        { title: 'deviation', value: (row: Row) => `${kinds[row.kind]} ${row.what}` },
        { title: 'journeys', value: (row: Row) => formatCount(row.journeys), right: true },
        { title: 'share', value: (row: Row) => `${percent(row.share)} (${percent(row.low)}–${percent(row.high)})`, right: true },
        { title: 'goal with / without', value: (row: Row) => pair(row.goal, percent), right: true },
        { title: 'time with / without', value: (row: Row) => pair(row.duration, formatDuration), right: true },
        { title: 'feeling with / without', value: (row: Row) => pair(row.score, (value) => value.toFixed(2)), right: true },
        { title: 'most by', value: (row: Row) => (row.who ? `${row.who.property} ${row.who.value}: ${percent(row.who.share)}` : '') },
      ],
      rows,
      look,
    )
    return `${head}\n${table}\n* differs by more than chance would bring (p ≤ 0.05 over all comparisons)\n`
  },
}

const kinds: Readonly<Record<Row['kind'], string>> = { skip: 'without', add: 'besides', swap: 'elsewhere:' }
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
const pair = (difference: Row['goal'], show: (value: number) => string): string =>
  difference === null ? '–' : `${show(difference.with)} / ${show(difference.without)}${difference.p <= 0.05 ? ' *' : '  '}`
