import type { Insight } from '../../journey/insight.ts'
import type { ArchetypeRow } from '../../journey/methods/archetypes.ts'
import type { Asked } from '../../journey/question.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { compareShares } from '../statistics/two-proportions.ts'

const significance = 0.05
/** Differences in the share that reaches the goal smaller than this are no finding. */
const telling = 0.05
const fewest = 30

/** Archetypes that reach the goal much less, or much more, often than all others together; the largest first. */
export function archetypeInsights(rows: readonly ArchetypeRow[], filters: Pick<Asked, 'events' | 'journeys'> = {}): readonly Insight[] {
  const { archetype: _one, ...among } = filters.journeys ?? {}
  const found = Object.keys(among).length > 0 ? { among } : {}
  const ended = rows.map((row) => {
    const of = (outcome: string): number => row.outcomes.find((one) => one.outcome === outcome)?.journeys ?? 0
    return { count: of('goal'), n: of('goal') + of('lost') }
  })
  const all = { count: sum(ended.map(({ count }) => count)), n: sum(ended.map(({ n }) => n)) }
  if (rows.length < 2 || all.count === 0) return []
  const compared = rows.flatMap((row, k) => {
    const mine = ended[k]!
    const rest = { count: all.count - mine.count, n: all.n - mine.n }
    const difference = mine.n < fewest || rest.n < fewest ? undefined : compareShares(mine, rest)
    return difference ? [{ row, mine, rest, difference }] : []
  })
  const corrected = benjaminiHochberg(compared.map(({ difference }) => difference.p))
  return compared
    .flatMap(({ row, mine, rest, difference }, i): Insight[] => {
      const p = corrected[i]!
      if (p > significance || Math.abs(difference.value) < telling) return []
      const less = difference.value < 0
      return [
        {
          id: `archetype goal ${row.name}`,
          kind: 'archetype',
          cause: less ? 'reaches the goal less' : 'reaches the goal more',
          title: `"${row.name}" journeys reach the goal ${less ? 'less' : 'more'} often`,
          detail: `${percent(mine.count / mine.n)} of ${mine.n} ended journeys of this archetype reach the goal; of the ${rest.n} others ${percent(rest.count / rest.n)} do.`,
          effect: difference.value,
          low: difference.low,
          high: difference.high,
          unit: 'share',
          p,
          n: mine.n,
          affected: row.journeys,
          size: Math.abs(difference.value) * mine.n,
          evidence: [
            {
              kind: 'answer',
              question: { question: 'overview', ...filters, journeys: { ...among, archetype: { number: row.number, ...found } } },
              pick: { kind: 'outcome', outcome: 'goal' },
              label: 'share of its ended journeys that reach the goal',
              value: mine.count / mine.n,
              n: mine.n,
              count: mine.count,
            },
          ],
          caution: 'Archetypes are drawn by what journeys do, and reaching the goal is part of that: this says who leaves, not why.',
        },
      ]
    })
    .toSorted((a, b) => b.size - a.size)
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const percent = (share: number): string => `${Math.round(share * 100)} %`
