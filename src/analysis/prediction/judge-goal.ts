import { learnOutcomes, type TimedJourney } from './outcome-model.ts'
import type { CalibrationBin } from './evaluate-next.ts'

/** How well the chance of the goal is told on journeys not seen. */
export interface GoalQuality {
  /** Mean squared distance between the chance said and what came (0 or 1), at every moment of closed journeys. */
  readonly brier: number
  /** The same for saying always the share that is usual. */
  readonly brierOfBase: number
  readonly bins: readonly CalibrationBin[]
  readonly moments: number
}

const binCount = 10

/** Learns from the earlier journeys and is judged at every moment of the later ones that have ended. Null without any. */
export function judgeGoal(earlier: readonly TimedJourney[], later: readonly TimedJourney[]): GoalQuality | null {
  const { goal, base } = learnOutcomes(earlier)
  const bins = Array.from({ length: binCount }, () => ({ said: 0, seen: 0, moments: 0 }))
  let [moments, own, ofBase] = [0, 0, 0]
  for (const { path, outcome } of later) {
    if (outcome === 'open') continue
    const reached = outcome === 'goal' ? 1 : 0
    for (let at = 1; at <= path.length - reached; at++) {
      const { chance } = goal(path.slice(0, at), 0)
      moments += 1
      own += (chance - reached) ** 2
      ofBase += (base - reached) ** 2
      const bin = bins[Math.min(binCount - 1, Math.floor(chance * binCount))]!
      bin.said += chance
      bin.seen += reached
      bin.moments += 1
    }
  }
  if (moments === 0) return null
  const filled = bins.filter((bin) => bin.moments > 0)
  return {
    brier: own / moments,
    brierOfBase: ofBase / moments,
    bins: filled.map((bin) => ({ said: bin.said / bin.moments, seen: bin.seen / bin.moments, moments: bin.moments })),
    moments,
  }
}
