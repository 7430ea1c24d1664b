import { createHash } from 'node:crypto'
import { assembleMap } from '../analysis/discover/assemble-map.ts'
import { questionsAfterPlan, questionsBeforePlan } from '../analysis/discover/discover-questions.ts'
import { planStages } from '../analysis/stages/plan-stages.ts'
import type { AnswerTo } from '../journey/answer.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { Question } from '../journey/question.ts'
import type { Template } from '../journey/template.ts'
import { Refusal } from './refusal.ts'

/** Asks one question of some events; workspace, definition and signal are bound already. */
export type Ask = <Q extends Question>(question: Q) => Promise<AnswerTo<Q['question']>>

export interface DiscoverMapInput {
  readonly title: string
  readonly definition: JourneyDefinition
  readonly template?: Template | undefined
  readonly sources: readonly { readonly name: string; readonly events: number }[]
  readonly version: string
  /** Questions answered, of how many. */
  readonly onStep?: (done: number, total: number) => void
}

/** Computes a journey map by asking questions. The same events, definition and version give the same map. Refuses with `no_data`. */
export async function discoverMap(ask: Ask, input: DiscoverMapInput): Promise<JourneyMap> {
  const { title, definition, template, sources, version } = input
  const counted = counting(ask, input.onStep)
  const first = questionsBeforePlan()
  const [overview] = (await counted(first.overview)).rows
  if (!overview || overview.journeys === 0)
    throw new Refusal(
      'no_data',
      sources.length === 0 ? undefined : 'No journey fits this definition: its filter or its start leaves nothing. Widen it.',
    )
  const touchpoints = await counted(first.touchpoints)
  const transitions = await counted(first.transitions)
  const scores = await counted(first.scores)
  const verbatims = await counted(first.verbatims)
  const plan = planStages({ touchpoints: touchpoints.rows, transitions: transitions.rows, ...(template && { template }) })
  const then = questionsAfterPlan(plan, transitions.rows, definition)
  const slow = then.slowTransitions && (await counted(then.slowTransitions))
  const flow = await counted(then.flow)
  const stages = await counted(then.stages)
  const stagesOfGoal = then.stagesOfGoal && (await counted(then.stagesOfGoal))
  return assembleMap({
    title,
    definition,
    ...(template && { template }),
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
    sources,
    version,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  })
}

/** Questions asked at the most; where a definition has no goal it is one less. */
const questions = 9

function counting(ask: Ask, onStep: DiscoverMapInput['onStep']): Ask {
  let done = 0
  return async (question) => {
    onStep?.(done, questions)
    const answer = await ask(question)
    done += 1
    return answer
  }
}
