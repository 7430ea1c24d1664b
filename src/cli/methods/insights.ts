import { formatCount } from '../present/numbers.ts'
import { drawTable } from '../present/table.ts'
import type { MethodCommand } from './method-command.ts'

export const insightsCommand: MethodCommand<'insights'> = {
  describe: 'what hurts and what delights, largest first, each with its size, its interval and what it rests on',
  build: () => ({ question: 'insights' }),
  present: ({ rows, summary }, look) => {
    const table = drawTable(
      [
        { title: 'kind', value: (row) => row.kind },
        { title: 'found', value: (row) => row.title },
        { title: 'effect', value: effectOf, right: true },
        { title: 'affected', value: (row) => formatCount(row.affected), right: true },
        { title: 'p', value: (row) => (row.p === undefined ? '' : row.p < 0.001 ? '<0.001' : row.p.toFixed(3)), right: true },
      ],
      rows,
      look,
    )
    const details = rows.map((row) => `  ${row.title}\n    ${detailOf(row)}`)
    const looked = summary.looked.map(({ cause, candidates }) => `${candidates} ${cause}`).join(', ')
    const compared = looked === '' ? [] : [`Compared: ${looked}.`]
    return [table, ...details, ...compared].join('\n\n')
  },
}

type InsightRow = Parameters<MethodCommand<'insights'>['present']>[0]['rows'][number]

function effectOf({ effect, low, high, unit }: InsightRow): string {
  if (effect === undefined || low === undefined || high === undefined) return ''
  const show = (value: number) => (unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(2))
  return `${show(effect)} (${show(low)} to ${show(high)})`
}

function detailOf({ detail, merged = [], money, caution }: InsightRow): string {
  const also = merged.length === 0 ? '' : ` Also: ${merged.map(({ title }) => title).join('; ')}.`
  const stake = money === undefined ? '' : ` Worth about ${formatCount(money.value)}${money.currency === '' ? '' : ` ${money.currency}`}.`
  return `${detail}${also}${stake}${caution === undefined ? '' : ` ${caution}`}`
}
