import type { TouchpointRow } from '../../journey/answer.ts'
import { sum } from '../by-order.ts'
import { compareWithRest } from './compare-with-rest.ts'
import type { Share } from '../statistics/two-proportions.ts'
import { endsByNature } from './ends-by-nature.ts'
import { leastCases, leastShareEffect, type PainCandidate, type PainInput, percent } from './pain-point.ts'

/**
 * Touchpoints after which journeys end without the goal more often than elsewhere. Compared by occurrence, not by
 * journey: a touchpoint that journeys visit often would else seem to lose more of them. The comparison is all other
 * touchpoints together or, where these lose more, the others of the same stage: early stages lose more than late ones
 * anyway. Touchpoints that end journeys by nature are neither candidates nor part of the comparison.
 */
export function exitCandidates({ definition, touchpoints, stageOf }: PainInput): readonly PainCandidate[] {
  const rows = touchpoints.filter((row) => !endsByNature(row, definition))
  const stage = (row: TouchpointRow) => stageOf?.get(row.touchpoint)
  const all = total(rows)
  const byStage = new Map([...Map.groupBy(rows, stage)].map(([name, inside]) => [name, total(inside)]))
  const goal = definition.goal.length > 0
  return rows
    .filter((row) => row.occurrences >= leastCases)
    .flatMap((row) => {
      const everywhere = { ...without(all, row), name: 'at all other touchpoints together' }
      const own = stage(row) === undefined ? undefined : byStage.get(stage(row))
      const nearby = { ...(own ? without(own, row) : { count: 0, n: 0 }), name: 'at the other touchpoints of its stage' }
      const worse = nearby.n >= leastCases && nearby.count * everywhere.n > everywhere.count * nearby.n
      return candidate(row, worse ? nearby : everywhere, goal)
    })
}

interface Rest extends Share {
  readonly name: string
}

const total = (rows: readonly TouchpointRow[]): Share => ({
  count: sum(rows.map((row) => row.exits)),
  n: sum(rows.map((row) => row.occurrences)),
})
const without = ({ count, n }: Share, row: TouchpointRow): Share => ({ count: count - row.exits, n: n - row.occurrences })

function candidate(row: TouchpointRow, rest: Rest, goal: boolean): readonly PainCandidate[] {
  const { touchpoint, exits, occurrences } = row
  const compared = compareWithRest({ count: exits, n: occurrences }, rest)
  if (!compared) return []
  const share = exits / occurrences
  return [
    {
      cause: 'exit',
      touchpoint,
      key: touchpoint,
      title: goal ? `People leave after "${touchpoint}"` : `Journeys end after "${touchpoint}"`,
      detail: `${percent(share)} of its ${occurrences} occurrences are the last of ${goal ? 'a journey that misses the goal' : 'their journey, which names no goal'}; ${percent(rest.count / rest.n)} ${rest.name} (those that end journeys by nature left out).`,
      effect: compared.value,
      low: compared.low,
      high: compared.high,
      p: compared.p,
      leastEffect: leastShareEffect,
      n: occurrences,
      affected: exits,
      size: Math.max(0, compared.value) * occurrences,
      evidence: [
        {
          kind: 'answer',
          question: { question: 'touchpoints' },
          pick: { kind: 'touchpoint', touchpoint, number: 'exits' },
          label: 'share of occurrences that end a journey without the goal',
          value: share,
          n: occurrences,
          count: exits,
        },
      ],
    },
  ]
}
