import { createHash } from 'node:crypto'
import { assembleMap } from '../analysis/discover/assemble-map.ts'
import { feltEnough } from '../analysis/insights/make-insights.ts'
import type { DiscoverInput } from '../analysis/discover/discover-input.ts'
import { questionsAfterPlan, questionsBeforePlan } from '../analysis/discover/discover-questions.ts'
import type { StagePlan } from '../analysis/stages/stage-plan.ts'
import type { AnswerTo, OverviewRow, TouchpointRow, TransitionRow } from '../journey/answer.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { MembersQuestion, Question } from '../journey/question.ts'
import type { MapReads } from './map-reads.ts'

/** Asks one question of some events; workspace, definition and signal are bound already. */
export type Ask = <Q extends Exclude<Question, MembersQuestion>>(question: Q) => Promise<AnswerTo<Q['question']>>

export interface AskedMap extends Pick<DiscoverInput, 'title' | 'definition' | 'template' | 'sources' | 'version'>, MapReads {
  /** The overview to go on with; throws to stop before anything else is asked. */
  readonly overviewOf: (rows: readonly OverviewRow[]) => OverviewRow
  /** Which stages there are, from what was asked so far. */
  readonly planOf: (touchpoints: readonly TouchpointRow[], transitions: readonly TransitionRow[]) => StagePlan
}

/** A map of planned stages, all its numbers asked one question after the other. */
export async function askMap(ask: Ask, { overviewOf, planOf, traces, themes, ...about }: AskedMap): Promise<JourneyMap> {
  const first = questionsBeforePlan()
  const overview = overviewOf((await ask(first.overview)).rows)
  const touchpoints = await ask(first.touchpoints)
  const transitions = await ask(first.transitions)
  const scores = await ask(first.scores)
  const verbatims = await ask(first.verbatims)
  const plan = planOf(touchpoints.rows, transitions.rows)
  const then = questionsAfterPlan(plan, transitions.rows, about.definition)
  const slow = then.slowTransitions && (await ask(then.slowTransitions))
  const flow = await ask(then.flow)
  const stages = await ask(then.stages)
  const stagesOfGoal = then.stagesOfGoal && (await ask(then.stagesOfGoal))
  const journeys = feltEnough(scores.rows) ? await traces() : undefined
  const found = verbatims.rows.some(({ score }) => score !== null) ? await themes() : []
  return assembleMap({
    ...about,
    ...(journeys && { traces: journeys.rows }),
    themes: found,
    plan,
    overview,
    touchpoints: touchpoints.rows,
    transitions: (slow ?? transitions).rows,
    ...(then.slowTransitions?.slowerThanMs !== undefined && { slowerThanMs: then.slowTransitions.slowerThanMs }),
    flow: flow.rows,
    stages: stages.rows,
    ...(stagesOfGoal && { stagesOfGoal: stagesOfGoal.rows }),
    scores: scores.rows,
    verbatims: verbatims.rows,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  })
}
