import { createAligner } from '../../analysis/plan/align.ts'
import { deviationsOf, type DeviationName } from '../../analysis/plan/deviations-of.ts'
import { fitJourneys, type FitFound } from '../../analysis/plan/fit-journeys.ts'
import type { PlanAutomaton } from '../../analysis/plan/plan-automaton.ts'
import type { JourneyPaths } from '../../journey/journey-paths.ts'

export interface FitTaskInput {
  readonly paths: JourneyPaths
  readonly plan: PlanAutomaton
  readonly segments: readonly string[]
  readonly hasGoal: boolean
}

/** How journeys follow a plan. */
export function* fitTask({ paths, ...rest }: FitTaskInput): Generator<number, FitFound> {
  const journeys = paths.rows.map(({ start, end, outcome, steps, score = null, segments = [] }) => ({
    path: steps.map((step) => paths.names[step]!),
    durationMs: end - start,
    outcome,
    score,
    segments,
  }))
  return yield* fitJourneys({ journeys, ...rest })
}

export interface DeviatingInput {
  readonly paths: readonly (readonly string[])[]
  readonly plan: PlanAutomaton
}
/** Places of the paths that do not follow the plan in one way. */
export interface DeviatingPaths extends DeviationName {
  readonly places: readonly number[]
}

/** Which paths do not follow the plan, by each way of not following it. */
export function* deviatingTask({ paths, plan }: DeviatingInput): Generator<number, readonly DeviatingPaths[]> {
  const { align } = createAligner(plan)
  const found = new Map<string, DeviationName & { readonly places: number[] }>()
  for (const [at, path] of paths.entries()) {
    if (at % 500 === 0) yield at / paths.length
    for (const name of deviationsOf(align(path))) {
      const key = JSON.stringify([name.kind, name.what])
      const known = found.get(key)
      if (known) known.places.push(at)
      else found.set(key, { ...name, places: [at] })
    }
  }
  return [...found.values()]
}
