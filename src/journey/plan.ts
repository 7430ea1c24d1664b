/** How a journey is planned to go: stages in order, each with its steps. */
export interface Plan {
  readonly name: string
  readonly stages: readonly PlannedStage[]
}
export interface PlannedStage {
  readonly name: string
  /** The steps may come in any order; at most ten then. */
  readonly anyOrder?: boolean
  readonly steps: readonly PlannedStep[]
}
export interface PlannedStep {
  readonly name: string
  /** Any one of these is the step; alternatives of each other. */
  readonly touchpoints: readonly string[]
  readonly optional?: boolean
  /** May come several times in a row. */
  readonly repeatable?: boolean
}

/**
 * A plan as a Petri net, as BPMN and PNML files hold it. Transitions without a label are silent: routing, not touchpoints.
 * A journey fits when its labels can be fired from the initial marking to the final one.
 */
export interface PlanNet {
  readonly name: string
  readonly places: readonly string[]
  readonly transitions: readonly {
    readonly label: string | null
    /** Indexes of places. */
    readonly inputs: readonly number[]
    readonly outputs: readonly number[]
  }[]
  /** Tokens by place. */
  readonly initial: readonly number[]
  readonly final: readonly number[]
}
