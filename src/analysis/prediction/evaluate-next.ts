import { learnNext, silence, type Likely, type NextModel, type PastJourney } from './back-off-model.ts'

/** How well something predicts what comes next, on journeys it has not seen. */
export interface Quality {
  /** Share of moments at which the likeliest thing came. */
  readonly accuracy: number
  /** Mean of −ln of the probability given to what came; the smaller the better. */
  readonly logLoss: number
  /**
   * Mean distance between what was said and what came, within moments that share their last two touchpoints (half the sum of the
   * absolute differences over everything that can come), weighted by moments: 0 is perfect, 1 the worst. The groups are the same for
   * whatever is judged; a guess that never changes cannot hide in one large group.
   */
  readonly calibrationError: number
  /** Mean distance between said and seen over ten bins of the likeliest thing's probability, weighted by moments. */
  readonly confidenceError: number
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
const groupedBy = 2

/** Predicts every moment of the journeys from what came before it. Null without any. */
export function evaluateNext({ next, order }: NextModel, journeys: readonly PastJourney[]): Quality | null {
  const bins = Array.from({ length: binCount }, () => ({ said: 0, seen: 0, moments: 0 }))
  const groups = new Map<string, Map<string, number>>()
  const known = new Map<string, readonly Likely[]>()
  let moments = 0
  let right = 0
  let loss = 0
  for (const { path, fellSilent } of journeys) {
    for (let at = 0; at < path.length + (fellSilent ? 1 : 0); at++) {
      const key = stretch(path, at, Math.max(order, groupedBy))
      let likely = known.get(key)
      if (!likely) known.set(key, (likely = next(path.slice(0, at))))
      const came = path[at] ?? silence
      const [first] = likely
      const hit = first?.next === came ? 1 : 0
      const probability = likely.find((one) => one.next === came)?.probability ?? 0
      moments += 1
      right += hit
      loss -= Math.log(Math.max(probability, 1e-12))
      const bin = bins[Math.min(binCount - 1, Math.floor((first?.probability ?? 0) * binCount))]!
      bin.said += first?.probability ?? 0
      bin.seen += hit
      bin.moments += 1
      missAt(groups, stretch(path, at, groupedBy), { likely, came })
    }
  }
  if (moments === 0) return null
  const filled = bins.filter((bin) => bin.moments > 0)
  const missed = [...groups.values()].reduce(
    (sum, misses) => sum + [...misses.values()].reduce((all, miss) => all + Math.abs(miss), 0) / 2,
    0,
  )
  return {
    accuracy: right / moments,
    logLoss: loss / moments,
    calibrationError: missed / moments,
    confidenceError: filled.reduce((sum, bin) => sum + Math.abs(bin.said - bin.seen), 0) / moments,
    bins: filled.map((bin) => ({ said: bin.said / bin.moments, seen: bin.seen / bin.moments, moments: bin.moments })),
    moments,
  }
}

const stretch = (path: readonly string[], at: number, length: number): string =>
  JSON.stringify(path.slice(Math.max(0, at - length), at)) + (at <= length ? at : '')

/** Adds what was said, less what came, to the group's account of each thing. */
function missAt(
  groups: Map<string, Map<string, number>>,
  key: string,
  { likely, came }: { readonly likely: readonly Likely[]; readonly came: string },
): void {
  let misses = groups.get(key)
  if (!misses) groups.set(key, (misses = new Map()))
  for (const { next, probability } of likely) misses.set(next, (misses.get(next) ?? 0) + probability)
  misses.set(came, (misses.get(came) ?? 0) - 1)
}

export interface Prediction {
  readonly model: NextModel
  /** On the later journeys: the model, always the same mix (whose likeliest is the majority), and looking at the last touchpoint alone. */
  readonly quality: Quality | null
  readonly majority: Quality | null
  readonly firstOrder: Quality | null
}

const longest = 5

/**
 * Learns from the earlier journeys and is judged on the later ones. How far back to look is chosen on the last fifth of
 * the earlier ones, never on those it is judged by.
 */
export function predictNext(earlier: readonly PastJourney[], later: readonly PastJourney[]): Prediction {
  const model = learnNext(earlier, chooseOrder(earlier))
  return {
    model,
    quality: evaluateNext(model, later),
    majority: evaluateNext(learnNext(earlier, 0), later),
    firstOrder: evaluateNext(learnNext(earlier, 1), later),
  }
}

/** The order with the smallest log loss on the last fifth, learnt from the rest. */
export function chooseOrder(journeys: readonly PastJourney[]): number {
  const cut = Math.floor(journeys.length * 0.8)
  const [learnt, tuned] = [journeys.slice(0, cut), journeys.slice(cut)]
  let best = { order: 1, loss: Infinity }
  for (let order = 1; order <= longest; order++) {
    const loss = evaluateNext(learnNext(learnt, order), tuned)?.logLoss ?? 0
    if (loss < best.loss - 1e-9) best = { order, loss }
  }
  return best.order
}
