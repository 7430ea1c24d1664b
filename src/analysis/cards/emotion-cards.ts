import type { ScoreRow } from '../../journey/answer.ts'
import type { EmotionCurve, EmotionPoint } from '../../journey/map.ts'
import { byText } from '../by-order.ts'
import { asOf, type CardDraft, type ContextStage, type MapContext } from '../discover/map-context.ts'
import { meanInterval, pool } from '../statistics/mean-interval.ts'

/** Fewer answers than this say nothing: the mean is withheld and shown as "too few". */
export const tooFew = 5

/** How a stage's customers feel, one card a scale, from the feedback linked to its touchpoints. */
export function emotionCards(context: MapContext): readonly CardDraft[] {
  return context.stages.flatMap((stage) => {
    const rows = scoresOf(context, stage.touchpoints)
    const scales = [...new Set(rows.map((row) => row.scale))].sort(byText)
    return scales.map((scale) =>
      card(
        context,
        stage,
        rows.filter((row) => row.scale === scale),
      ),
    )
  })
}

function card(context: MapContext, stage: ContextStage, rows: readonly ScoreRow[]): CardDraft {
  const feeling = summarise(rows)
  const scale = rows[0]?.scale ?? ''
  const interval = feeling.low === null || feeling.high === null ? {} : { low: feeling.low, high: feeling.high }
  return {
    lane: 'emotions',
    about: scale,
    stage: stage.id,
    body: { kind: 'emotion', ...feeling, scale },
    evidence: rows.map((row) => ({
      kind: 'answer',
      question: { question: 'scores' },
      pick: { kind: 'score', touchpoint: row.touchpoint, scale: row.scale },
      label: `mean ${scale} score at ${row.touchpoint}, from −1 to +1`,
      value: row.mean,
      n: row.n,
      count: row.n,
    })),
    standing: { kind: 'reported', n: feeling.n, ...interval, ...asOf(context) },
  }
}

/** A point a step, and one for the stage where none of its steps was scored; scales are joined by their normalised scores. */
export function emotionCurve(context: MapContext): EmotionCurve | undefined {
  if (context.input.scores.length === 0) return undefined
  const points = context.stages.flatMap((stage): readonly EmotionPoint[] => {
    const scored = stage.steps.map((step) => ({ stage: stage.id, step: step.id, ...summarise(scoresOf(context, step.touchpoints)) }))
    return scored.some((point) => point.n > 0) ? scored : [{ stage: stage.id, mean: null, low: null, high: null, n: 0 }]
  })
  return { points }
}

function scoresOf({ input }: MapContext, touchpoints: readonly string[]): readonly ScoreRow[] {
  const order = new Map(touchpoints.map((name, index) => [name, index]))
  const here = input.scores.filter((row) => order.has(row.touchpoint) && row.n > 0)
  return here.sort((a, b) => (order.get(a.touchpoint) ?? 0) - (order.get(b.touchpoint) ?? 0) || byText(a.scale, b.scale))
}

function summarise(rows: readonly ScoreRow[]) {
  const estimate = meanInterval(pool(rows))
  if (!estimate || estimate.n < tooFew) return { mean: null, low: null, high: null, n: estimate?.n ?? 0 }
  const { value, low, high, n } = estimate
  return { mean: value, low: low === null ? null : Math.max(-1, low), high: high === null ? null : Math.min(1, high), n }
}
