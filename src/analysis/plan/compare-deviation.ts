import type { FitDifference, FitRow } from '../../journey/methods/fit.ts'
import { compareMedians } from '../statistics/two-medians.ts'
import { describe } from '../statistics/mean-interval.ts'
import { compareMeans } from '../statistics/two-means.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import type { FittedJourney } from './fit-journeys.ts'

export type Compared = Pick<FitRow, 'goal' | 'duration' | 'score'>

/** Fewer on either side are not compared. */
const fewest = 20

/** Journeys with a deviation against those without: how many reach the goal, how long they take, how they feel. p not yet corrected. */
export function compareDeviation(journeys: readonly FittedJourney[], those: ReadonlySet<FittedJourney>, hasGoal: boolean): Compared {
  const closed = journeys.filter(({ outcome }) => outcome !== 'open')
  const done = hasGoal ? closed.filter(({ outcome }) => outcome === 'goal') : closed
  const scored = journeys.filter(({ score }) => score !== null)
  return {
    goal: hasGoal ? sharesOf(split(closed, those)) : null,
    duration: mediansOf(split(done, those)),
    score: meansOf(split(scored, those)),
  }
}

type Halves = readonly [having: readonly FittedJourney[], lacking: readonly FittedJourney[]]
const split = (journeys: readonly FittedJourney[], those: ReadonlySet<FittedJourney>): Halves => [
  journeys.filter((journey) => those.has(journey)),
  journeys.filter((journey) => !those.has(journey)),
]
const tooFew = ([having, lacking]: Halves): boolean => having.length < fewest || lacking.length < fewest

function sharesOf(halves: Halves): FitDifference | null {
  if (tooFew(halves)) return null
  const [having, lacking] = halves.map((own) => ({ count: own.filter(({ outcome }) => outcome === 'goal').length, n: own.length }))
  const found = compareShares(having!, lacking!)
  return found ? { with: having!.count / having!.n, without: lacking!.count / lacking!.n, ...plain(found) } : null
}

function mediansOf(halves: Halves): FitDifference | null {
  if (tooFew(halves)) return null
  const [having, lacking] = halves.map((own) => own.map(({ durationMs }) => durationMs))
  const found = compareMedians(having!, lacking!)
  return found ? { with: found.first, without: found.second, ...plain(found) } : null
}

function meansOf(halves: Halves): FitDifference | null {
  if (tooFew(halves)) return null
  const [having, lacking] = halves.map((own) => describe(own.map(({ score }) => score ?? 0)))
  const found = compareMeans(having!, lacking!)
  return found ? { with: having!.mean, without: lacking!.mean, ...plain(found) } : null
}

const plain = ({ value, low, high, p }: Omit<FitDifference, 'with' | 'without'>) => ({ value, low, high, p })
