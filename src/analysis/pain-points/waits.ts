import type { TransitionRow } from '../../journey/answer.ts'
import { sum } from '../by-order.ts'
import { compareWithRest } from './compare-with-rest.ts'
import { leastCases, leastShareEffect, type PainCandidate, type PainInput, percent } from './pain-point.ts'
import { spokenDuration } from './spoken-duration.ts'

/** Waiting costs patience; a quarter of a lost customer. */
const severity = 0.25

/** Transitions that are slow more often than all others together; slow is longer than what nine in ten of all passages stay within. */
export function waitCandidates({ transitions, slowerThanMs }: PainInput): readonly PainCandidate[] {
  if (slowerThanMs === undefined) return []
  const all = { count: sum(transitions.map((row) => row.slow ?? 0)), n: sum(transitions.map((row) => row.count)) }
  return transitions
    .filter((row) => row.count >= leastCases)
    .flatMap((row) => candidate(row, { count: all.count - (row.slow ?? 0), n: all.n - row.count }, slowerThanMs))
}

function candidate(
  row: TransitionRow,
  rest: { readonly count: number; readonly n: number },
  slowerThanMs: number,
): readonly PainCandidate[] {
  const { from, to, count, slow = 0, p50, p90 } = row
  const compared = compareWithRest({ count: slow, n: count }, rest)
  if (!compared) return []
  const share = slow / count
  const question = { question: 'transitions', slowerThanMs } as const
  return [
    {
      cause: 'wait',
      touchpoint: from,
      to,
      key: `${from} ${to}`,
      title: `People wait between "${from}" and "${to}"`,
      detail: `${percent(share)} of ${count} passages take longer than ${spokenDuration(slowerThanMs)}; ${percent(rest.count / rest.n)} of all other passages do. Half of these take ${spokenDuration(p50)} at most, nine in ten ${spokenDuration(p90)}.`,
      effect: compared.value,
      low: compared.low,
      high: compared.high,
      p: compared.p,
      leastEffect: leastShareEffect,
      n: count,
      affected: Math.min(slow, row.journeys),
      size: Math.max(0, compared.value) * row.journeys * severity,
      evidence: [
        {
          kind: 'answer',
          question,
          pick: { kind: 'transition', from, to, number: 'slow' },
          label: `share of passages slower than ${spokenDuration(slowerThanMs)}`,
          value: share,
          n: count,
          count: slow,
        },
      ],
    },
  ]
}
