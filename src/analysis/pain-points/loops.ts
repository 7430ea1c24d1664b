import type { TouchpointRow } from '../../journey/answer.ts'
import { sum } from '../by-order.ts'
import { compareWithRest } from './compare-with-rest.ts'
import { endsByNature } from './ends-by-nature.ts'
import { leastCases, leastShareEffect, type PainCandidate, type PainInput, percent } from './pain-point.ts'

/** Having to come back costs patience; a quarter of a lost customer. */
const severity = 0.25

/**
 * Touchpoints that journeys return to more than the rest. What is much visited is revisited by chance too (without memory,
 * the chance to come again is in proportion to the chance to come at all), so the comparison is the larger of two shares:
 * returns at all other touchpoints together, and those returns in proportion to how many journeys reach the touchpoint.
 * Touchpoints that end journeys by nature are left out: nobody can come back to them.
 */
export function loopCandidates({ definition, journeys, touchpoints }: PainInput): readonly PainCandidate[] {
  const rows = touchpoints.filter((row) => !endsByNature(row, definition))
  const visits = sum(rows.map((row) => row.journeys))
  const returns = sum(rows.map((row) => row.repeats))
  const squares = sum(rows.map((row) => row.journeys ** 2))
  return rows
    .filter((row) => row.journeys >= leastCases)
    .flatMap((row) => {
      const others = { visits: visits - row.journeys, returns: returns - row.repeats, squares: squares - row.journeys ** 2 }
      const plain = others.visits === 0 ? 0 : others.returns / others.visits
      const byReach = others.squares === 0 ? 0 : (others.returns / others.squares) * row.journeys
      // The same journey visits many touchpoints, so the rest counts as no more cases than there are journeys.
      const n = Math.min(others.visits, journeys)
      return candidate(row, { count: Math.min(1, Math.max(plain, byReach)) * n, n })
    })
}

function candidate(row: TouchpointRow, rest: { readonly count: number; readonly n: number }): readonly PainCandidate[] {
  const { touchpoint, repeats, journeys } = row
  const compared = compareWithRest({ count: repeats, n: journeys }, rest)
  if (!compared) return []
  const share = repeats / journeys
  return [
    {
      cause: 'loop',
      touchpoint,
      key: touchpoint,
      title: `People come back to "${touchpoint}"`,
      detail: `${percent(share)} of the ${journeys} journeys that visit it do so more than once; ${percent(rest.count / rest.n)} would be usual, judging by all other touchpoints and by how many reach this one.`,
      effect: compared.value,
      low: compared.low,
      high: compared.high,
      p: compared.p,
      leastEffect: leastShareEffect,
      n: journeys,
      affected: repeats,
      size: Math.max(0, compared.value) * journeys * severity,
      evidence: [
        {
          kind: 'answer',
          question: { question: 'touchpoints' },
          pick: { kind: 'touchpoint', touchpoint, number: 'repeats' },
          label: 'share of visiting journeys that come more than once',
          value: share,
          n: journeys,
          count: repeats,
        },
      ],
    },
  ]
}
