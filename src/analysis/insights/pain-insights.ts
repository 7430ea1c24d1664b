import type { Insight } from '../../journey/insight.ts'
import type { PainPoint } from '../pain-points/pain-point.ts'

/** Pain points as insights. */
export const painInsights = (pains: readonly PainPoint[]): readonly Insight[] =>
  pains.map(({ cause, key, touchpoint, title, detail, effect, low, high, corrected, n, affected, size, evidence }) => ({
    id: `pain-point ${cause} ${key}`,
    kind: 'pain-point',
    cause,
    title,
    detail,
    touchpoint,
    effect,
    low,
    high,
    unit: cause === 'score' ? 'score' : 'share',
    p: corrected,
    n,
    affected,
    size,
    evidence,
  }))
