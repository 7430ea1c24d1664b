import type { NextRow, NextSummary, PlotPoint, PredictionQuality } from '../../journey/methods/next.ts'
import { wilson } from '../statistics/wilson.ts'
import { learnNext, silence, type PastJourney } from './back-off-model.ts'
import { predictNext, type CalibrationBin, type Quality } from './evaluate-next.ts'
import { judgeGoal } from './judge-goal.ts'
import { learnOutcomes, nearestRank, type TimedJourney } from './outcome-model.ts'

/** A journey with when it began, UTC ms. */
export interface BegunJourney extends TimedJourney {
  readonly start: number
}
export interface NextInput {
  /** By start. */
  readonly journeys: readonly BegunJourney[]
  readonly path: readonly string[]
  readonly hasGoal: boolean
}
export interface NextFound {
  readonly rows: readonly NextRow[]
  readonly summary: NextSummary
}

/** The share of journeys, by start, that is learnt from when the model is judged; what is said of the path is learnt from all. */
const learntShare = 0.7

/** What comes after the path, and how good such sayings are on the later journeys. Yields the share done. */
export function* answerNext({ journeys, path, hasGoal }: NextInput): Generator<number, NextFound> {
  const past = journeys.map(({ path: whole, outcome }): PastJourney => ({ path: whole, fellSilent: outcome === 'lost' }))
  const cut = Math.floor(journeys.length * learntShare)
  const judged = predictNext(past.slice(0, cut), past.slice(cut))
  yield 0.6
  const goalQuality = hasGoal ? judgeGoal(journeys.slice(0, cut), journeys.slice(cut)) : null
  yield 0.8
  const model = learnNext(past, judged.model.order)
  const outcomes = learnOutcomes(journeys)
  const last = path.at(-1)
  const goal = outcomes.goal(path, 0)
  const rows = model.next(path).map(({ next, probability }): NextRow => {
    const times = last === undefined || next === silence ? [] : outcomes.between(last, next)
    const rank = (share: number): number | null => (times.length === 0 ? null : nearestRank(times, share))
    return { next, chance: probability, p50: rank(0.5), p90: rank(0.9), n: times.length }
  })
  const summary: NextSummary = {
    seen: model.seen(path),
    goal: hasGoal && goal.n > 0 ? goal : null,
    order: model.order,
    learnt: cut,
    judged: journeys.length - cut,
    judgedFrom: journeys[cut]?.start ?? null,
    quality: qualityOf(judged.quality),
    lastStep: qualityOf(judged.firstOrder),
    majority: qualityOf(judged.majority),
    goalQuality: goalQuality && { ...goalQuality, bins: goalQuality.bins.map(pointOf) },
  }
  return { rows, summary }
}

const qualityOf = (quality: Quality | null): PredictionQuality | null => quality && { ...quality, bins: quality.bins.map(pointOf) }

function pointOf({ said, seen, moments }: CalibrationBin): PlotPoint {
  const range = wilson(Math.round(seen * moments), moments)
  return { said, seen, low: range?.low ?? 0, high: range?.high ?? 1, moments }
}
