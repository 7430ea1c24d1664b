import type { OutlookList, OutlookRow } from '../../journey/methods/outlook.ts'
import { spokenDuration } from '../pain-points/spoken-duration.ts'
import { nearestConverter } from './nearest-converter.ts'
import { learnOutcomes, type Chance, type TimedJourney, type Waiting } from './outcome-model.ts'

/** A journey that is under way. */
export interface OpenJourney {
  readonly customer: string
  readonly path: readonly string[]
  /** UTC ms of its last event. */
  readonly last: number
}
export interface OutlookInput {
  /** To learn from, open ones included. */
  readonly journeys: readonly TimedJourney[]
  readonly open: readonly OpenJourney[]
  readonly asOf: number
  readonly hasGoal: boolean
}

/** Fewer journeys like one tell nothing about it. */
const fewestLike = 30
/** Silence at least this likely, and the goal at least this likely or twice as likely as usual, is told of. */
const leavingFrom = 0.5
const readyFrom = 0.5
/** A journey that differs at more than every third touchpoint is no hint. */
const likeEnough = 3
/** Journeys to the goal that are compared; the commonest come first. */
const mostConverters = 400

/**
 * Open journeys that stand out, each in one list: `stuck` has waited longer than nine in ten of those who went on from there;
 * `likely-to-leave` will more likely fall silent than not; `ready` is likely, or twice as likely as usual, to reach the goal.
 * Longest waits and highest chances first. Yields the share done.
 */
export function* findOutlook({ journeys, open, asOf, hasGoal }: OutlookInput): Generator<number, readonly OutlookRow[]> {
  const model = learnOutcomes(journeys)
  yield 0.5
  const converted = commonest(journeys.filter(({ outcome }) => outcome === 'goal').map(({ path }) => path))
  const hints = new Map<string, Pick<OutlookRow, 'hint' | 'converter' | 'like'>>()
  const rows: OutlookRow[] = []
  for (const [index, { customer, path, last }] of open.entries()) {
    if (index % 200 === 0) yield 0.5 + (0.5 * index) / open.length
    const touchpoint = path.at(-1)
    if (touchpoint === undefined) continue
    const waited = Math.max(0, asOf - last)
    const waiting = model.waiting(touchpoint, waited)
    const goal = model.goal(path, waited)
    const found = listOf({ touchpoint, waited, waiting, goal, base: model.base, hasGoal })
    if (!found) continue
    const key = JSON.stringify(path)
    let hint = hints.get(key)
    if (!hint) hints.set(key, (hint = hintFor(path, converted)))
    rows.push({
      ...found,
      ...hint,
      customer,
      touchpoint,
      since: last,
      waited,
      goal: hasGoal ? goal.chance : null,
      silence: waiting.silence.chance,
      n: found.list === 'ready' ? goal.n : waiting.silence.n,
    })
  }
  return rows.sort(byList)
}

interface Standing {
  readonly touchpoint: string
  readonly waited: number
  readonly waiting: Waiting
  readonly goal: Chance
  readonly base: number
  readonly hasGoal: boolean
}

function listOf({ touchpoint, waited, waiting, goal, base, hasGoal }: Standing): Pick<OutlookRow, 'list' | 'reason'> | undefined {
  const { silence, p90 } = waiting
  const place = `"${touchpoint}"`
  if (p90 !== null && waited > p90)
    return {
      list: 'stuck',
      reason: `Has waited ${spokenDuration(waited)} at ${place}; nine in ten of those who went on from there did so within ${spokenDuration(p90)}.`,
    }
  if (silence.n >= fewestLike && silence.chance >= leavingFrom)
    return {
      list: 'likely-to-leave',
      reason: `Of ${silence.n} who waited as long at ${place}, ${percent(silence.chance)} did nothing more.`,
    }
  if (hasGoal && goal.n >= fewestLike && goal.chance >= Math.min(readyFrom, 2 * base) && goal.chance > base)
    return {
      list: 'ready',
      reason: `${percent(goal.chance)} of those who came the same way reached the goal; ${percent(base)} is usual.`,
    }
  return undefined
}

function hintFor(path: readonly string[], converted: readonly (readonly string[])[]): Pick<OutlookRow, 'hint' | 'converter' | 'like'> {
  const found = nearestConverter(path, converted)
  if (!found || found.differences > Math.max(1, path.length / likeEnough)) return { hint: '', converter: [], like: 0 }
  const likeness =
    found.differences === 0
      ? 'came exactly this way'
      : `came almost this way (${found.differences} ${found.differences === 1 ? 'touchpoint' : 'touchpoints'} differ)`
  return { hint: `Somebody who ${likeness} and reached the goal went on to "${found.next}".`, converter: found.path, like: found.like }
}

/** Distinct paths, the commonest first; ties by the path. */
function commonest(paths: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const counted = new Map<string, { readonly path: readonly string[]; count: number }>()
  for (const path of paths) {
    const key = JSON.stringify(path)
    const known = counted.get(key)
    if (known) known.count += 1
    else counted.set(key, { path, count: 1 })
  }
  return [...counted]
    .sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1))
    .slice(0, mostConverters)
    .map(([, { path }]) => path)
}

const order: Readonly<Record<OutlookList, number>> = { stuck: 0, 'likely-to-leave': 1, ready: 2 }
const byList = (a: OutlookRow, b: OutlookRow): number =>
  order[a.list] - order[b.list] ||
  (a.list === 'ready' ? (b.goal ?? 0) - (a.goal ?? 0) : a.list === 'stuck' ? b.waited - a.waited : b.silence - a.silence) ||
  (a.customer < b.customer ? -1 : a.customer > b.customer ? 1 : 0)

const percent = (share: number): string => `${Math.round(100 * share)} %`
