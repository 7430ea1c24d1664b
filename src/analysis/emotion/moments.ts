import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import { emotionSeries, type EmotionMoment, type EmotionRow, type EmotionSeries } from '../../journey/methods/emotion.ts'
import { byText } from '../by-order.ts'

export interface MomentsInput {
  readonly rows: readonly EmotionRow[]
  readonly touchpoints: readonly TouchpointRow[]
  readonly transitions: readonly TransitionRow[]
  readonly goal: readonly string[]
}

/**
 * Moments of truth: what people remember are peaks and ends. The best touchpoint is the one whose interval begins highest, the
 * worst the one whose interval ends lowest; the ends are where most journeys are directly before the goal, and where most leave.
 */
export const momentsOfTruth = (input: MomentsInput): readonly EmotionMoment[] =>
  emotionSeries.flatMap((series) => [...peaks(input, series), ...ends(input, series)])

type Known = EmotionRow & { readonly mean: number; readonly low: number; readonly high: number }

function peaks({ rows }: MomentsInput, series: EmotionSeries): readonly EmotionMoment[] {
  const known = rows.filter((row): row is Known => row.series === series && row.mean !== null && row.low !== null && row.high !== null)
  if (known.length < 2) return []
  const best = known.reduce((most, row) => (row.low > most.low ? row : most))
  const worst = known.reduce((least, row) => (row.high < least.high ? row : least))
  if (best === worst) return []
  const apart = best.low > worst.high
  return [moment('best', best, { apart, journeys: null }), moment('worst', worst, { apart, journeys: null })]
}

function ends({ rows, touchpoints, transitions, goal }: MomentsInput, series: EmotionSeries): readonly EmotionMoment[] {
  const goals = new Set(goal)
  const before = transitions
    .filter(({ from, to }) => goals.has(to) && !goals.has(from))
    .toSorted((a, b) => b.journeys - a.journeys || byText(a.from, b.from))[0]
  const leaving = touchpoints
    .filter(({ exits, touchpoint }) => exits > 0 && !goals.has(touchpoint))
    .toSorted((a, b) => b.exits - a.exits || byText(a.touchpoint, b.touchpoint))[0]
  const here = (name: string | undefined): EmotionRow | undefined =>
    rows.find((row) => row.series === series && row.touchpoint === name && row.n > 0)
  const [last, left] = [here(before?.from), here(leaving?.touchpoint)]
  return [
    ...(before && last ? [moment('before-goal', last, { apart: false, journeys: before.journeys })] : []),
    ...(leaving && left ? [moment('before-leaving', left, { apart: false, journeys: leaving.exits })] : []),
  ]
}

const moment = (
  kind: EmotionMoment['kind'],
  { series, touchpoint, n, mean, low, high }: EmotionRow,
  more: Pick<EmotionMoment, 'apart' | 'journeys'>,
): EmotionMoment => ({ kind, series, touchpoint, n, mean, low, high, ...more })
