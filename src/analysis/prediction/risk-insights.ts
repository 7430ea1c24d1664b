import type { Insight } from '../../journey/insight.ts'
import type { OutlookRow } from '../../journey/methods/outlook.ts'

/** Fewer open journeys at one touchpoint are told of one by one, not as an insight. */
const fewest = 10

/** Where many of those under way now are stuck or likely to leave; most first. */
export function riskInsights(rows: readonly OutlookRow[], open: number): readonly Insight[] {
  const atRisk = rows.filter(({ list }) => list !== 'ready')
  return [...Map.groupBy(atRisk, ({ touchpoint }) => touchpoint)]
    .filter(([, those]) => those.length >= fewest)
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([touchpoint, those]): Insight => {
      const stuck = those.filter(({ list }) => list === 'stuck').length
      const reached = those.reduce((sum, { goal }) => sum + (goal ?? 0), 0)
      const left = those.length - stuck
      const leaving = left > 0 ? `; ${left} more will more likely fall silent than not` : ''
      const chance =
        those[0]?.goal === null ? '' : ` On average ${Math.round((100 * reached) / those.length)} % of them will still reach the goal.`
      return {
        id: `risk stuck ${touchpoint}`,
        kind: 'risk',
        cause: 'stuck',
        title: `${those.length} of those under way now stand still at "${touchpoint}"`,
        detail: `${stuck} of the ${open} open journeys have waited there longer than nine in ten of those who went on${leaving}.${chance}`,
        touchpoint,
        n: open,
        affected: those.length,
        size: those.length,
        evidence: [],
        caution: 'This is a look ahead from what others did before; it does not say why they wait.',
      }
    })
}
