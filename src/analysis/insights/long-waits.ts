import { waitCandidates } from '../pain-points/waits.ts'
import type { Found } from './found.ts'
import type { Sign } from './sign.ts'

/**
 * Waits longer than is usual in this company. Long by itself is no trouble (a parcel takes its days), so they only join a bad
 * score that is given where the wait ends or one step later.
 */
export function longWaits({ input }: Found): readonly Sign[] {
  // Time until somebody answers a survey is no wait.
  const steps = new Set(input.traces.flatMap(({ touchpoints }) => touchpoints))
  const transitions = input.transitions.filter(({ from, to }) => steps.has(from) && steps.has(to))
  return waitCandidates({ ...input, transitions }).flatMap((candidate): readonly Sign[] => {
    const { touchpoint, to, key, effect, low, high, p, leastEffect, n, affected, title, detail, evidence } = candidate
    if (effect < leastEffect || p > 0.001 || to === undefined) return []
    const size = (affected * effect) / 4
    const words = { title, detail }
    return [
      {
        cause: 'wait',
        touchpoint,
        to,
        key,
        unit: 'share',
        compared: { value: effect, low, high, p },
        surelyBeyond: leastEffect,
        n,
        affected,
        size,
        bad: words,
        good: words,
        evidence,
        answers: [],
        rest: [],
        within: 'place',
      },
    ]
  })
}
