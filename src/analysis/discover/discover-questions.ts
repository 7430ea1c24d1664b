import type { TransitionRow } from '../../journey/answer.ts'
import type { JourneyDefinition } from '../../journey/definition.ts'
import type {
  FlowQuestion,
  OverviewQuestion,
  ScoresQuestion,
  StagesQuestion,
  TouchpointsQuestion,
  TransitionsQuestion,
  VerbatimsQuestion,
} from '../../journey/question.ts'
import { type StagePlan, stageGroups } from '../stages/stage-plan.ts'
import { slowThreshold } from './slow-threshold.ts'

export interface QuestionsBeforePlan {
  readonly overview: OverviewQuestion
  readonly touchpoints: TouchpointsQuestion
  readonly transitions: TransitionsQuestion
  readonly scores: ScoresQuestion
  readonly verbatims: VerbatimsQuestion
}
export interface QuestionsAfterPlan {
  readonly flow: FlowQuestion
  readonly stages: StagesQuestion
  /** Present when the definition names a goal. */
  readonly stagesOfGoal?: StagesQuestion
  /** Transitions again, counting the slow ones; its `slowerThanMs` goes into the input too. Absent when nothing took any time. */
  readonly slowTransitions?: TransitionsQuestion
}

/** What to ask first. `planStages` takes the touchpoints and transitions of it. */
export function questionsBeforePlan(): QuestionsBeforePlan {
  return {
    overview: { question: 'overview' },
    touchpoints: { question: 'touchpoints' },
    transitions: { question: 'transitions' },
    scores: { question: 'scores' },
    verbatims: { question: 'verbatims', limit: 2000 },
  }
}

/** What to ask once the stages are known. */
export function questionsAfterPlan(
  plan: StagePlan,
  transitions: readonly TransitionRow[],
  definition: JourneyDefinition,
): QuestionsAfterPlan {
  const stages = stageGroups(plan)
  const slowerThanMs = slowThreshold(transitions)
  return {
    flow: { question: 'flow', stages },
    stages: { question: 'stages', stages },
    ...(definition.goal.length > 0 && { stagesOfGoal: { question: 'stages', stages, journeys: { outcomes: ['goal'] } } }),
    ...(slowerThanMs !== undefined && { slowTransitions: { question: 'transitions', slowerThanMs } }),
  }
}
