import type { WeightedPath } from '../weighted-path.ts'
import { end, learnNext, type Likely, type NextModel } from './back-off-model.ts'

/** How well something predicts what comes next, on journeys it has not seen. */
export interface Quality {
  /** Share of moments at which the likeliest thing came. */
  readonly accuracy: number
  /** Mean of −ln of the probability given to what came; the smaller the better. */
  readonly logLoss: number
  /** Mean distance between said and seen, over ten bins of the likeliest thing's probability, weighted by moments. */
  readonly calibrationError: number
  readonly bins: readonly CalibrationBin[]
  readonly moments: number
}
export interface CalibrationBin {
  /** Mean probability said, and share that came true. */
  readonly said: number
  readonly seen: number
  readonly moments: number
}

const binCount = 10

/** Predicts every moment of the paths from what came before it. Null without any. */
export function evaluateNext({ next, order }: NextModel, paths: readonly WeightedPath[]): Quality | null {
  const bins = Array.from({ length: binCount }, () => ({ said: 0, seen: 0, moments: 0 }))
  const known = new Map<string, readonly Likely[]>()
  let moments = 0
  let right = 0
  let loss = 0
  for (const { path, weight } of paths) {
    for (let at = 0; at <= path.length; at++) {
      const key = JSON.stringify(path.slice(Math.max(0, at - order), at))
      let likely = known.get(key)
      if (!likely) known.set(key, (likely = next(path.slice(0, at))))
      const came = path[at] ?? end
      const [first] = likely
      const hit = first?.next === came ? 1 : 0
      const probability = likely.find((one) => one.next === came)?.probability ?? 0
      moments += weight
      right += hit * weight
      loss -= weight * Math.log(Math.max(probability, 1e-12))
      const bin = bins[Math.min(binCount - 1, Math.floor((first?.probability ?? 0) * binCount))]
      if (!bin) continue
      bin.said += (first?.probability ?? 0) * weight
      bin.seen += hit * weight
      bin.moments += weight
    }
  }
  if (moments === 0) return null
  const filled = bins.filter((bin) => bin.moments > 0)
  return {
    accuracy: right / moments,
    logLoss: loss / moments,
    calibrationError: filled.reduce((sum, bin) => sum + Math.abs(bin.said - bin.seen), 0) / moments,
    bins: filled.map((bin) => ({ said: bin.said / bin.moments, seen: bin.seen / bin.moments, moments: bin.moments })),
    moments,
  }
}

export interface Prediction {
  readonly model: NextModel
  /** On the later journeys: the model, always the most frequent thing, and looking at the last touchpoint alone. */
  readonly quality: Quality | null
  readonly majority: Quality | null
  readonly firstOrder: Quality | null
}

const longest = 5

/**
 * Learns from the earlier journeys and is judged on the later ones. How far back to look is chosen on the last fifth of
 * the earlier ones, never on those it is judged by.
 */
export function predictNext(earlier: readonly WeightedPath[], later: readonly WeightedPath[]): Prediction {
  const cut = Math.floor(earlier.length * 0.8)
  const [learnt, tuned] = [earlier.slice(0, cut), earlier.slice(cut)]
  let best = { order: 1, loss: Infinity }
  for (let order = 1; order <= longest; order++) {
    const loss = evaluateNext(learnNext(learnt, order), tuned)?.logLoss ?? 0
    if (loss < best.loss - 1e-9) best = { order, loss }
  }
  const model = learnNext(earlier, best.order)
  return {
    model,
    quality: evaluateNext(model, later),
    majority: evaluateNext(learnNext(earlier, 0), later),
    firstOrder: evaluateNext(learnNext(earlier, 1), later),
  }
}
