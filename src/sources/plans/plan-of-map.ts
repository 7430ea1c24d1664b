import type { JourneyMap } from '../../journey/map.ts'
import type { Plan, PlannedStage } from '../../journey/plan.ts'

/**
 * A map read as a plan: its stages in order, each with its steps, which may come several times in a row. A step without
 * touchpoints stands for the touchpoint of its own name. Stages and steps without a name are left out.
 */
export function planOfMap(map: Pick<JourneyMap, 'title' | 'stages'>): Plan {
  const stages = map.stages.map(({ name, steps }): PlannedStage => ({
    name,
    steps: steps
      .filter((step) => step.name.trim() !== '' || step.touchpoints.length > 0)
      .map((step) => ({
        name: step.name.trim() === '' ? step.touchpoints[0]! : step.name,
        touchpoints: step.touchpoints.length > 0 ? step.touchpoints : [step.name],
        repeatable: true,
      })),
  }))
  return { name: map.title.trim() === '' ? 'A plan' : map.title, stages: stages.filter(({ steps }) => steps.length > 0) }
}
