import type { ScoreRow, VerbatimRow } from '../../journey/answer.ts'
import type { Insight } from '../../journey/insight.ts'
import type { TraceRow } from '../../journey/trace.ts'
import { findPainPoints } from '../pain-points/find-pain-points.ts'
import type { PainInput } from '../pain-points/pain-point.ts'
import { findSigns } from './find-insights.ts'
import { type Found, lookUp } from './found.ts'
import type { Trouble } from './merge.ts'
import { painInsights } from './pain-insights.ts'
import { meanWorth, type Worth } from './worth.ts'
import { wordsOf } from './words-of.ts'

export interface MakeInput extends PainInput {
  /** Absent: only what answers over all journeys tell. */
  readonly traces?: readonly TraceRow[]
  readonly verbatims?: readonly VerbatimRow[]
}
export interface MadeInsights {
  /** Pain points, then delights; each largest first. */
  readonly insights: readonly Insight[]
  readonly looked: readonly { readonly cause: string; readonly candidates: number }[]
  readonly notes: readonly string[]
}

/** Scores below which whether something hurts is not told by them. */
const leastScores = 100

/** Is it worth looking at single journeys? Only where enough scores were given. */
export const feltEnough = (scores: readonly ScoreRow[]): boolean => scores.reduce((all, { n }) => all + n, 0) >= leastScores

const unfelt =
  'Too few scores were given to tell what hurts: waits and loops are told because they are longer or more frequent than others here, not because people feel worse.'
const confounded = 'It goes with the difference; those who come here may differ from the others in more than this.'

/** Pain points and delights as insights. The same input gives the same insights, with the same ids in the next run. */
export function makeInsights(input: MakeInput): MadeInsights {
  const { traces = [], verbatims = [] } = input
  const scores = traces.reduce((count, row) => count + row.scores.length, 0)
  const worth = meanWorth(traces)
  if (scores < leastScores) {
    const pains = painInsights(findPainPoints(input)).map((insight) => withMoney(insight, worth))
    return { insights: pains, looked: [], notes: feltEnough(input.scores) ? [] : [unfelt] }
  }
  const found = lookUp({ ...input, traces, verbatims })
  const { pains, delights, looked } = findSigns(found)
  const insights = [
    ...pains.map((trouble) => insightOf(found, trouble, 'pain-point')),
    ...delights.map((trouble) => insightOf(found, trouble, 'delight')),
  ].map((insight) => withMoney(insight, worth))
  return { insights, looked, notes: input.definition.goal.length === 0 ? ['No goal is named, so nobody can be said to have left.'] : [] }
}

function insightOf(found: Found, { head, merged }: Trouble, kind: 'pain-point' | 'delight'): Insight {
  const bad = kind === 'pain-point'
  const wordsFor = (sign: Trouble['head']) => (bad ? sign.bad : sign.good)
  const { cause, key, touchpoint, to, compared, unit, n, affected, size, evidence, caution } = head
  const [effect, low, high] = bad ? [compared.value, compared.low, compared.high] : [-compared.value, -compared.high, -compared.low]
  const told = [...evidence, ...wordsOf(found, head)]
  return {
    id: `${kind} ${cause} ${key}`,
    kind,
    cause,
    ...wordsFor(head),
    touchpoint,
    ...(to !== undefined && { to }),
    effect,
    low,
    high,
    unit,
    p: compared.p,
    n,
    affected,
    size,
    evidence: told,
    ...(merged.length > 0 && { merged: merged.map(wordsFor) }),
    caution: caution ?? confounded,
  }
}

/** Size is in customers lost or won, so its worth is that many times what a journey is worth. */
function withMoney(insight: Insight, worth: Worth | undefined): Insight {
  if (!worth || !(insight.size > 0)) return insight
  return { ...insight, money: { value: Math.round(insight.size * worth.mean), currency: worth.currency } }
}
