import type { ScoreRow } from '../../journey/answer.ts'
import { pool } from '../statistics/mean-interval.ts'
import { compareMeans } from '../statistics/two-means.ts'
import type { PainCandidate, PainInput } from './pain-point.ts'

/** A tenth of the whole scale, on scores from −1 to +1. */
const leastDifference = 0.2
const leastAnswers = 10

/** Touchpoints scored below all others on the same scale, by Welch's test. */
export function scoreCandidates({ scores }: PainInput): readonly PainCandidate[] {
  return scores
    .filter((row) => row.n >= leastAnswers)
    .flatMap((row) => {
      const rest = pool(scores.filter((other) => other.scale === row.scale && other.touchpoint !== row.touchpoint))
      return rest.n >= leastAnswers ? candidate(row, rest) : []
    })
}

function candidate(row: ScoreRow, rest: { readonly n: number; readonly mean: number; readonly sd: number }): readonly PainCandidate[] {
  const compared = compareMeans(rest, row)
  if (!compared) return []
  const { touchpoint, scale, n, mean } = row
  return [
    {
      cause: 'score',
      touchpoint,
      key: `${touchpoint} ${scale}`,
      title: `People feel worse at "${touchpoint}"`,
      detail: `Its ${n} ${scale} scores average ${mean.toFixed(2)} between −1 and +1; all other ${scale} scores average ${rest.mean.toFixed(2)} (${rest.n} answers).`,
      effect: compared.value,
      low: compared.low,
      high: compared.high,
      p: compared.p,
      leastEffect: leastDifference,
      n,
      affected: n,
      size: (Math.max(0, compared.value) / 2) * n,
      evidence: [
        {
          kind: 'answer',
          question: { question: 'scores' },
          pick: { kind: 'score', touchpoint, scale },
          label: `mean ${scale} score from −1 to +1`,
          value: mean,
          n,
          count: n,
        },
      ],
    },
  ]
}
