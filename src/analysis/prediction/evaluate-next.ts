import { learnNext, silence, type NextModel, type PastJourney } from './back-off-model.ts'

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
export function evaluateNext(model: Pick<NextModel, 'names' | 'chances' | 'order'>, journeys: readonly PastJourney[]): Quality | null {
  const { names, chances, order } = model
  const bins = Array.from({ length: binCount }, () => ({ said: 0, seen: 0, moments: 0 }))
  const place = new Map(names.map((name, at) => [name, at]))
  const groups = new Map<string, Group>()
  const known = new Map<string, Said>()
  let [moments, right, loss] = [0, 0, 0]
  for (const { path, fellSilent } of journeys) {
    for (let at = 0; at < path.length + (fellSilent ? 1 : 0); at++) {
      const key = stretch(path, at, Math.max(order, groupedBy))
      let said = known.get(key)
      if (!said) known.set(key, (said = saidOf(chances(path.slice(0, at)))))
      const came = place.get(path[at] ?? silence)
      const hit = came === said.first ? 1 : 0
      moments += 1
      right += hit
      loss -= Math.log(Math.max(came === undefined ? 0 : said.chances[came]!, 1e-12))
      const bin = bins[Math.min(binCount - 1, Math.floor(said.most * binCount))]!
      bin.said += said.most
      bin.seen += hit
      bin.moments += 1
      addTo(groups, stretch(path, at, groupedBy), { said, came })
    }
  }
  if (moments === 0) return null
  const filled = bins.filter((bin) => bin.moments > 0)
  const missed = [...groups.values()].reduce(
    (sum, group) => sum + group.strange / 2 + group.misses.reduce((all, miss) => all + Math.abs(miss), 0) / 2,
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

interface Said {
  readonly chances: Float64Array
  /** Place of the likeliest, and its chance. */
  readonly first: number
  readonly most: number
}
/** Of the moments of a group: what was said less what came, by place; and how often something came that nobody had learnt of. */
interface Group {
  readonly misses: Float64Array
  strange: number
}

function saidOf(chances: Float64Array): Said {
  let first = 0
  for (let at = 1; at < chances.length; at++) if (chances[at]! > chances[first]!) first = at
  return { chances, first, most: chances[first] ?? 0 }
}

const stretch = (path: readonly string[], at: number, length: number): string =>
  JSON.stringify(path.slice(Math.max(0, at - length), at)) + (at <= length ? at : '')

function addTo(groups: Map<string, Group>, key: string, { said, came }: { readonly said: Said; readonly came: number | undefined }): void {
  let group = groups.get(key)
  if (!group) groups.set(key, (group = { misses: new Float64Array(said.chances.length), strange: 0 }))
  const { misses } = group
  for (let at = 0; at < misses.length; at++) misses[at]! += said.chances[at]!
  if (came === undefined) group.strange += 1
  else misses[came]! -= 1
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
