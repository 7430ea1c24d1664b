import type { StageGroup } from '../../journey/question.ts'

/** Stages with their touchpoints, before anybody asked how many people pass through them. */
export interface StagePlan {
  /** Name of the template, or null when the stages were inferred. */
  readonly template: string | null
  readonly stages: readonly PlannedStage[]
  /** What was grouped or left out, in sentences. */
  readonly notes: readonly string[]
}

export interface PlannedStage {
  /** Also the stage's id on the map and its name in questions. */
  readonly id: string
  readonly name: string
  readonly purpose: string
  /** Why these touchpoints are here. */
  readonly rule: string
  /** In order of position. */
  readonly touchpoints: readonly string[]
  /** Those of them that no rule of the template matched. */
  readonly byOrder: readonly string[]
  readonly steps: readonly PlannedStep[]
}

export interface PlannedStep {
  readonly name: string
  readonly touchpoints: readonly string[]
}

/** The plan as the questions `flow` and `stages` take it; stages are named by id. */
export function stageGroups(plan: StagePlan): readonly StageGroup[] {
  return plan.stages.map(({ id, touchpoints }) => ({ stage: id, touchpoints }))
}
