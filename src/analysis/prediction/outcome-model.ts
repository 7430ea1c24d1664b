import type { Outcome } from '../../journey/filter.ts'
import { wilson } from '../statistics/wilson.ts'

/** A journey as the outcome model learns from it; `gaps` are milliseconds since the event before, 0 at the first. */
export interface TimedJourney {
  readonly path: readonly string[]
  readonly gaps: readonly number[]
  readonly outcome: Outcome
}

export interface Chance {
  readonly chance: number
  /** 95 % interval of the share that it rests on. */
  readonly low: number
  readonly high: number
  /** Closed journeys like this that it rests on. */
  readonly n: number
}
export interface Waiting {
  /** Chance that nothing more comes, after having waited this long. */
  readonly silence: Chance
  /** Nine in ten of those who went on did so within this time, ms; null with fewer than thirty. */
  readonly p90: number | null
  readonly p50: number | null
}
export interface OutcomeModel {
  /** Chance of the goal after this past, having waited `waitedMs` since. */
  readonly goal: (past: readonly string[], waitedMs: number) => Chance
  /** What waiting at a touchpoint means. */
  readonly waiting: (touchpoint: string, waitedMs: number) => Waiting
  /** Times from one touchpoint to the next, ascending, ms. */
  readonly between: (from: string, to: string) => readonly number[]
  /** Share of closed moments that led to the goal. */
  readonly base: number
}

/** Stretches of the past looked at, and how many cases of the shorter stretch weigh in with the longer one. */
const longest = 3
const weight = 10
/** Fewer who went on tell no usual time. */
const fewestGaps = 30

interface Tally {
  n: number
  goal: number
}
interface Passage {
  readonly gaps: number[]
  ended: number
}

/**
 * What becomes of journeys, counted on those that have ended: after each stretch of the past how many reached the goal (shorter
 * stretches weigh in like ten cases), and at each touchpoint how long those waited who went on. Having waited long makes
 * silence likelier: of the cases like this, only those are left who waited as long and went on, or never did.
 */
export function learnOutcomes(journeys: readonly TimedJourney[]): OutcomeModel {
  const tallies = new Map<string, Tally>()
  const passages = new Map<string, Passage>()
  const pairs = new Map<string, number[]>()
  for (const journey of journeys) {
    tallyOutcome(tallies, journey)
    tallyTimes({ passages, pairs }, journey)
  }
  for (const { gaps } of passages.values()) gaps.sort((a, b) => a - b)
  for (const gaps of pairs.values()) gaps.sort((a, b) => a - b)
  const all = tallies.get(keyOf([], 0)) ?? { n: 0, goal: 0 }
  const base = all.n === 0 ? 0 : all.goal / all.n
  const waiting = (touchpoint: string, waitedMs: number): Waiting => waitingAt(passages.get(touchpoint), waitedMs)
  const goal = (past: readonly string[], waitedMs: number): Chance => {
    let chance = base
    let rests = all
    for (let length = 1; length <= Math.min(longest, past.length); length++) {
      const tally = tallies.get(keyOf(past, length))
      if (!tally) break
      chance = (tally.goal + weight * chance) / (tally.n + weight)
      rests = tally
    }
    const last = past.at(-1)
    const factor = last === undefined ? 1 : stillOn(passages.get(last), waitedMs)
    const range = wilson(rests.goal, rests.n)
    const within = (value: number): number => Math.min(1, Math.max(0, value * factor))
    return { chance: within(chance), low: within(range?.low ?? 0), high: within(range?.high ?? 1), n: rests.n }
  }
  return { goal, waiting, between: (from, to) => pairs.get(JSON.stringify([from, to])) ?? [], base }
}

const keyOf = (past: readonly string[], length: number): string => JSON.stringify(past.slice(past.length - length))

function tallyOutcome(tallies: Map<string, Tally>, { path, outcome }: TimedJourney): void {
  if (outcome === 'open') return
  const reached = outcome === 'goal' ? 1 : 0
  // At the goal itself there is nothing left to tell.
  for (let at = 1; at <= path.length - reached; at++) {
    const past = path.slice(0, at)
    for (let length = 0; length <= Math.min(longest, at); length++) {
      const key = keyOf(past, length)
      let tally = tallies.get(key)
      if (!tally) tallies.set(key, (tally = { n: 0, goal: 0 }))
      tally.n += 1
      tally.goal += reached
    }
  }
}

function tallyTimes(
  { passages, pairs }: { readonly passages: Map<string, Passage>; readonly pairs: Map<string, number[]> },
  { path, gaps, outcome }: TimedJourney,
): void {
  for (const [at, touchpoint] of path.entries()) {
    const next = path[at + 1]
    let passage = passages.get(touchpoint)
    if (!passage) passages.set(touchpoint, (passage = { gaps: [], ended: 0 }))
    if (next === undefined) {
      if (outcome === 'lost') passage.ended += 1
      continue
    }
    const gap = gaps[at + 1] ?? 0
    passage.gaps.push(gap)
    const key = JSON.stringify([touchpoint, next])
    const known = pairs.get(key)
    if (known) known.push(gap)
    else pairs.set(key, [gap])
  }
}

function waitingAt(passage: Passage | undefined, waitedMs: number): Waiting {
  if (!passage) return { silence: { chance: 0.5, low: 0, high: 1, n: 0 }, p50: null, p90: null }
  const { gaps, ended } = passage
  const later = gaps.length - countUpTo(gaps, waitedMs)
  const range = wilson(ended, ended + later)
  const enough = gaps.length >= fewestGaps
  return {
    silence: { chance: (ended + 0.5) / (ended + later + 1), low: range?.low ?? 0, high: range?.high ?? 1, n: ended + later },
    p50: enough ? nearestRank(gaps, 0.5) : null,
    p90: enough ? nearestRank(gaps, 0.9) : null,
  }
}

/** How much of the chance of going on is left after waiting: 1 at once, towards 0 when nobody ever waited so long and went on. */
function stillOn(passage: Passage | undefined, waitedMs: number): number {
  if (!passage || waitedMs <= 0 || passage.gaps.length === 0) return 1
  const { gaps, ended } = passage
  const later = gaps.length - countUpTo(gaps, waitedMs)
  const after = later / (later + ended || 1)
  const before = gaps.length / (gaps.length + ended)
  return before === 0 ? 1 : Math.min(1, after / before)
}

/** Of ascending values, how many are at most this. */
function countUpTo(values: readonly number[], most: number): number {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle]! <= most) low = middle + 1
    else high = middle
  }
  return low
}

/** Nearest-rank quantile of ascending values; there must be one. */
export const nearestRank = (ascending: readonly number[], share: number): number =>
  ascending[Math.max(0, Math.ceil(share * ascending.length - 1e-9) - 1)]!
