import { cellKey, type Layout } from '../../document/read-layout.ts'
import type { CardId, Lane, LaneId, StageId, StepId } from '../../journey/map.ts'

/** One place for cards: a lane within a step, or within a whole stage (`step: null`). */
export interface GridCell {
  readonly key: string
  readonly lane: LaneId
  readonly stage: StageId
  readonly step: StepId | null
  readonly cards: readonly CardId[]
}
export interface GridStage {
  readonly stage: StageId
  /** Empty where steps are not drawn: then `whole` holds the cards of the steps too. */
  readonly steps: readonly GridCell[]
  readonly whole: GridCell
}
export interface GridRow {
  readonly lane: Lane
  readonly stages: readonly GridStage[]
}

export interface GridOptions {
  /** Whether every step has a column of its own. */
  readonly steps: boolean
  readonly isShown: (card: CardId) => boolean
  readonly isCollapsed: (stage: StageId) => boolean
}

/** The rows of the grid. What is as before is the same object as before, so that nothing is drawn twice. */
export function gridRows(layout: Layout, options: GridOptions, before: readonly GridRow[] = []): readonly GridRow[] {
  const old = new Map(before.map((row) => [row.lane.id, row]))
  return layout.lanes.map((lane) => {
    const last = old.get(lane.id)
    const stages = layout.stages.map((stage, index): GridStage => {
      const steps = stage.steps.map((step) => step.id)
      const made = stageCells(layout, { lane: lane.id, stage: stage.id, steps }, options)
      return keepStage(last?.stages[index], made)
    })
    const same = last && sameLane(last.lane, lane) && last.stages.length === stages.length
    return same && stages.every((stage, index) => stage === last.stages[index]) ? last : { lane, stages }
  })
}

interface StagePlace {
  readonly lane: LaneId
  readonly stage: StageId
  readonly steps: readonly StepId[]
}

function stageCells(layout: Layout, { lane, stage, steps }: StagePlace, options: GridOptions): GridStage {
  const cell = (step: StepId | null): GridCell => {
    const key = cellKey(lane, stage, step)
    return { key, lane, stage, step, cards: (layout.cells.get(key) ?? []).filter(options.isShown) }
  }
  const whole = cell(null)
  const inSteps = steps.map(cell)
  if (options.steps && !options.isCollapsed(stage)) return { stage, steps: inSteps, whole }
  return { stage, steps: [], whole: { ...whole, cards: [...inSteps.flatMap((one) => one.cards), ...whole.cards] } }
}

function keepStage(before: GridStage | undefined, made: GridStage): GridStage {
  if (!before || before.stage !== made.stage || before.steps.length !== made.steps.length) return made
  const steps = made.steps.map((cell, index) => keepCell(before.steps[index], cell))
  const whole = keepCell(before.whole, made.whole)
  if (whole === before.whole && steps.every((cell, index) => cell === before.steps[index])) return before
  return { stage: made.stage, steps, whole }
}

const keepCell = (before: GridCell | undefined, made: GridCell): GridCell =>
  before &&
  before.key === made.key &&
  before.cards.length === made.cards.length &&
  before.cards.every((id, index) => id === made.cards[index])
    ? before
    : made

const sameLane = (a: Lane, b: Lane): boolean => a.name === b.name && a.hint === b.hint && a.kind === b.kind
