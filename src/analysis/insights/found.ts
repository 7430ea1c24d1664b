import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import type { StrataDifference } from './compare-strata.ts'
import { type FeedbackTable, feedbackTable } from './feedback-table.ts'
import { endsByNature } from '../pain-points/ends-by-nature.ts'
import type { InsightInput } from './insight-input.ts'

/** The input with what every finder looks up. */
export interface Found {
  readonly input: InsightInput
  readonly table: FeedbackTable
  readonly feedback: FeedbackGroups
  readonly rowOf: {
    readonly touchpoint: ReadonlyMap<string, TouchpointRow>
    readonly transition: ReadonlyMap<string, TransitionRow>
  }
}
export interface FeedbackGroups {
  readonly byPlace: ReadonlyMap<string, { readonly place: string; readonly scale: string; readonly answers: readonly number[] }>
  readonly byScale: ReadonlyMap<string, readonly number[]>
  readonly byStratum: ReadonlyMap<number, readonly number[]>
  /** Answers given within three steps of a passage, with how long the passage took. */
  readonly byPassage: ReadonlyMap<string, Passage>
}
export interface Passage {
  readonly from: string
  readonly to: string
  readonly answers: number[]
  readonly gaps: number[]
}

/** Steps after a passage within which an answer may still speak of it. */
const horizon = 3
/** Groups of fewer answers are not compared. */
export const leastAnswers = 12
/** On scores from −1 to +1: the interval must lie beyond this, so that what is told is worth telling. */
export const sureScore = 0.15
/** The same where different places are compared: those differ more than people at one place do. */
export const surePlace = 0.2

export const passageKey = (from: string, to: string): string => JSON.stringify([from, to])

export function lookUp(input: InsightInput): Found {
  const table = feedbackTable(input.traces)
  return {
    input,
    table,
    feedback: groupFeedback(table, endings(input)),
    rowOf: {
      touchpoint: new Map(input.touchpoints.map((row) => [row.touchpoint, row])),
      transition: new Map(input.transitions.map((row) => [passageKey(row.from, row.to), row])),
    },
  }
}

/** Touchpoints that end journeys by nature: an answer after one speaks of what was before it. */
function endings({ touchpoints, definition }: InsightInput): ReadonlySet<string> {
  return new Set(touchpoints.filter((row) => endsByNature(row, definition)).map((row) => row.touchpoint))
}

function groupFeedback(table: FeedbackTable, ends: ReadonlySet<string>): FeedbackGroups {
  const byPlace = new Map<string, { place: string; scale: string; answers: number[] }>()
  const byScale = new Map<string, number[]>()
  const byStratum = new Map<number, number[]>()
  const byPassage = new Map<string, Passage>()
  for (let index = 0; index < table.value.length; index++) {
    const place = table.place[index] ?? ''
    const scale = table.scale[index] ?? ''
    const key = JSON.stringify([place, scale])
    const spot = byPlace.get(key) ?? { place, scale, answers: [] }
    byPlace.set(key, spot)
    spot.answers.push(index)
    gather(byScale, scale, index)
    gather(byStratum, table.placeStratum[index] ?? 0, index)
    gatherPassages({ table, ends, byPassage }, index)
  }
  return { byPlace, byScale, byStratum, byPassage }
}

interface Gathering {
  readonly table: FeedbackTable
  readonly ends: ReadonlySet<string>
  readonly byPassage: Map<string, Passage>
}

function gatherPassages({ table, ends, byPassage }: Gathering, index: number): void {
  const row = table.traces[table.trace[index] ?? 0]
  const step = table.step[index] ?? 0
  const seen = new Set<string>()
  for (let at = step; row && at > Math.max(0, step - horizon); at--) {
    const from = row.touchpoints[at - 1] ?? ''
    const to = row.touchpoints[at] ?? ''
    const key = passageKey(from, to)
    if (seen.has(key)) continue
    if (ends.has(from)) return
    seen.add(key)
    const passage = byPassage.get(key) ?? { from, to, answers: [], gaps: [] }
    byPassage.set(key, passage)
    passage.answers.push(index)
    passage.gaps.push(row.gaps[at] ?? 0)
  }
}

function gather<Key>(groups: Map<Key, number[]>, key: Key, index: number): void {
  const group = groups.get(key)
  if (group) group.push(index)
  else groups.set(key, [index])
}

/** All other answers of the strata that these answers lie in. */
export function othersInStrata({ table, feedback }: Found, answers: readonly number[]): readonly number[] {
  const own = new Set(answers)
  const strata = new Set(answers.map((index) => table.placeStratum[index] ?? 0))
  return [...strata].flatMap((id) => (feedback.byStratum.get(id) ?? []).filter((index) => !own.has(index)))
}

/** Both numbers, and what was compared with what. */
export function scoreWords({ n, rest, mean, restMean, value, low, high }: StrataDifference, scale: string, what: string): string {
  const difference = value > 0 ? 'lower' : 'higher'
  const [least, most] = value > 0 ? [low, high] : [-high, -low]
  return `${n} ${scale === '' ? '' : `${scale} `}answers average ${mean.toFixed(2)} on −1 to +1; ${rest} answers ${what} average ${restMean.toFixed(2)}: ${Math.abs(value).toFixed(2)} ${difference} (95 % interval ${least.toFixed(2)} to ${most.toFixed(2)}).`
}
