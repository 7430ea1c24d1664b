import type { TouchpointRow } from '../../journey/answer.ts'
import type { Card, LaneKind, StageId, StepId } from '../../journey/map.ts'
import { slug, uniqueIds } from '../../journey/slug.ts'
import type { Insight } from '../../journey/insight.ts'
import { makeInsights } from '../insights/make-insights.ts'
import type { PlannedStage, PlannedStep } from '../stages/stage-plan.ts'
import type { DiscoverInput } from './discover-input.ts'

/** A card before it has an id; its lane is named by kind. */
export type CardDraft = Omit<Card, 'id' | 'lane'> & { readonly lane: LaneKind; readonly about: string }

export interface ContextStep extends PlannedStep {
  readonly id: StepId
}
export interface ContextStage extends Omit<PlannedStage, 'id' | 'steps'> {
  readonly id: StageId
  readonly steps: readonly ContextStep[]
}

/** The input with what every kind of card looks up. */
export interface MapContext {
  readonly input: DiscoverInput
  readonly stages: readonly ContextStage[]
  readonly touchpoint: ReadonlyMap<string, TouchpointRow>
  readonly placeOf: ReadonlyMap<string, { readonly stage: StageId; readonly step: StepId }>
  /** All of them, largest first. */
  readonly insights: readonly Insight[]
}

export function mapContext(input: DiscoverInput): MapContext {
  const uniqueStep = uniqueIds()
  const stages = input.plan.stages.map((stage): ContextStage => {
    const steps = stage.steps.map((step) => ({ ...step, id: uniqueStep(`${stage.id}-${slug(stepWord(step))}`) as StepId }))
    return { ...stage, id: stage.id as StageId, steps }
  })
  const places = stages.flatMap((stage) =>
    stage.steps.flatMap((step) => step.touchpoints.map((name) => [name, { stage: stage.id, step: step.id }] as const)),
  )
  const placeOf = new Map(places)
  const stageOf = new Map(places.map(([name, { stage }]) => [name, stage]))
  const stageOrder = stages.map(({ id }) => id)
  const made = makeInsights({ ...input, stageOf, stageOrder, journeys: input.overview.journeys }).insights
  const insights = [...made, ...(input.themes ?? [])].filter(({ id }) => !input.hidden?.has(id))
  return { input, stages, insights, placeOf, touchpoint: new Map(input.touchpoints.map((row) => [row.touchpoint, row])) }
}

/** "Other: 5 touchpoints" keeps its id when the number changes. */
const stepWord = (step: PlannedStep) => (step.touchpoints.length === 1 ? step.name : (step.name.split(':')[0] ?? step.name))

/** `{ asOf }` of the newest event, or nothing. */
export const asOf = ({ input }: MapContext): { readonly asOf?: number } => (input.overview.to === null ? {} : { asOf: input.overview.to })
