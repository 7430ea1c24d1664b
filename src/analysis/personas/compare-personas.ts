import { compareMeans } from '../statistics/two-means.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import type { ScoreOfScale } from './persona-numbers.ts'

/** What of a persona's numbers is compared. */
export interface Comparable {
  readonly journeys: number
  readonly of: number
  readonly reachedGoal: number
  readonly lost: number
  readonly scores: readonly Pick<ScoreOfScale, 'scale' | 'n' | 'mean' | 'sd' | 'promoters' | 'detractors'>[]
}

/** `a − b` with its 95 % interval, in the number's own unit. `proven`: the interval does not hold 0. */
export interface Difference {
  readonly about: 'conversion' | 'nps' | 'score'
  /** The scale of a score. */
  readonly scale?: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly proven: boolean
}

/**
 * How two personas differ: conversion by Newcombe's interval, mean scores by Welch's, NPS as the mean of +100, 0 and
 * −100. The intervals take the two for separate people; where journeys are both's they are too wide or too narrow, and
 * the screen says so. What one of them lacks is left out, also below five answers.
 */
export function comparePersonas(a: Comparable, b: Comparable): readonly Difference[] {
  const conversion = compareShares({ count: a.reachedGoal, n: a.reachedGoal + a.lost }, { count: b.reachedGoal, n: b.reachedGoal + b.lost })
  const scores = a.scores.flatMap((own): readonly Difference[] => {
    const other = b.scores.find((one) => one.scale === own.scale)
    if (!other || own.mean === null || other.mean === null) return []
    if (own.scale === 'nps') return difference({ about: 'nps', scale: 'nps' }, compareMeans(promotion(own), promotion(other)))
    return difference({ about: 'score', scale: own.scale }, compareMeans(moments(own, own.mean), moments(other, other.mean)))
  })
  return [...difference({ about: 'conversion' }, conversion), ...scores]
}

function difference(
  about: Pick<Difference, 'about' | 'scale'>,
  found: { readonly value: number; readonly low: number; readonly high: number } | undefined,
): readonly Difference[] {
  if (!found) return []
  const { value, low, high } = found
  return [{ ...about, value, low, high, proven: low > 0 || high < 0 }]
}

const moments = ({ n, sd }: Comparable['scores'][number], mean: number) => ({ n, sd, mean })

/** The answers as +100 (promoters), 0 and −100 (detractors), of which the NPS is the mean. */
function promotion({ n, promoters, detractors }: Comparable['scores'][number]) {
  const mean = (100 * (promoters - detractors)) / n
  const squares = promoters * (100 - mean) ** 2 + detractors * (-100 - mean) ** 2 + (n - promoters - detractors) * mean ** 2
  return { n, mean, sd: n > 1 ? Math.sqrt(squares / (n - 1)) : 0 }
}
