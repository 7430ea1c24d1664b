import type { TouchpointRow } from '../../journey/answer.ts'
import { sum } from '../by-order.ts'
import { compareWithRest } from './compare-with-rest.ts'
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
  return rows
    .filter((row) => row.occurrences >= leastCases)
    .flatMap((row) => {
      const others = rows.filter((other) => other.touchpoint !== row.touchpoint)
      const stage = stageOf?.get(row.touchpoint)
      const everywhere = pooled(others, 'at all other touchpoints together')
      const nearby = pooled(
        stage === undefined ? [] : others.filter((other) => stageOf?.get(other.touchpoint) === stage),
        'at the other touchpoints of its stage',
      )
      return candidate(row, nearby.n >= leastCases && nearby.count * everywhere.n > everywhere.count * nearby.n ? nearby : everywhere)
    })
}

interface Rest {
  readonly count: number
  readonly n: number
  readonly name: string
}

const pooled = (rows: readonly TouchpointRow[], name: string): Rest => ({
  name,
  count: sum(rows.map((row) => row.exits)),
  n: sum(rows.map((row) => row.occurrences)),
})

function candidate(row: TouchpointRow, rest: Rest): readonly PainCandidate[] {
  const { touchpoint, exits, occurrences } = row
  const compared = compareWithRest({ count: exits, n: occurrences }, rest)
  if (!compared) return []
  const share = exits / occurrences
  return [
    {
      cause: 'exit',
      touchpoint,
      key: touchpoint,
      title: `People leave after "${touchpoint}"`,
      detail: `${percent(share)} of its ${occurrences} occurrences are the last of a journey that misses the goal; ${percent(rest.count / rest.n)} ${rest.name} (those that end journeys by nature left out).`,
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
