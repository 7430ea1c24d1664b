import type { Stage, StageId, StepId } from '../journey/map.ts'
import type { ArrangedStage, ArrangedStep } from './arrange.ts'
import { type StageFact, stageFact, touchpointsOf } from './facts.ts'
import { type Entry, optionalTextIn, type Roots, textIn } from './roots.ts'

export function readStage(roots: Roots, { id, entry, steps }: ArrangedStage): Stage {
  const fact = stageFact(roots, id)
  const numbers = fact && counts(fact, steps) ? fact.numbers : undefined
  const name = textIn(entry, 'name')
  return {
    id: id as StageId,
    name,
    purpose: textIn(entry, 'purpose'),
    steps: steps.map((step) => readStep(step, name)),
    rule: textIn(entry, 'rule'),
    ...(numbers && { numbers }),
  }
}

/** Whether a stage's numbers count the touchpoints that it holds now. */
function counts({ touchpoints }: StageFact, steps: readonly ArrangedStep[]): boolean {
  const now = touchpointsOf(steps.map(({ entry }) => (entry ? touchpointsIn(entry) : [])))
  return now.length === touchpoints.length && now.every((name, index) => name === touchpoints[index])
}

function readStep({ id, entry }: ArrangedStep, stage: string): Stage['steps'][number] {
  if (!entry) return { id: id as StepId, name: stage, touchpoints: [] }
  const map = optionalTextIn(entry, 'map')
  return { id: id as StepId, name: textIn(entry, 'name'), touchpoints: touchpointsIn(entry), ...(map !== undefined && { map }) }
}

/** The touchpoints of a step; what is not a name is left out. */
export function touchpointsIn(step: Entry): readonly string[] {
  const value = step.get('touchpoints')
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : []
}
