import { answerNext, type NextFound } from '../../analysis/prediction/answer-next.ts'
import { findOutlook } from '../../analysis/prediction/outlook.ts'
import type { JourneyPaths } from '../../journey/journey-paths.ts'
import type { OutlookRow } from '../../journey/methods/outlook.ts'

export interface NextTaskInput {
  readonly paths: JourneyPaths
  readonly path: readonly string[]
  readonly hasGoal: boolean
}

/** What comes next after a path. */
export function* nextTask({ paths, ...rest }: NextTaskInput): Generator<number, NextFound> {
  return yield* answerNext({ journeys: named(paths), ...rest })
}

export interface OutlookTaskInput {
  readonly paths: JourneyPaths
  readonly open: JourneyPaths
  readonly hasGoal: boolean
}

/** Who stands out of those under way. */
export function* outlookTask({ paths, open, hasGoal }: OutlookTaskInput): Generator<number, readonly OutlookRow[]> {
  const under = open.rows.map(({ id, steps, end }) => ({ customer: id, path: steps.map((step) => open.names[step]!), last: end }))
  return yield* findOutlook({ journeys: named(paths), open: under, asOf: paths.asOf, hasGoal })
}

const named = ({ names, rows }: JourneyPaths) =>
  rows.map(({ start, outcome, steps, gaps }) => ({ start, outcome, gaps, path: steps.map((step) => names[step]!) }))
