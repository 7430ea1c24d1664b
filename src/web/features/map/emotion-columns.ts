import type { EmotionColumn } from '../../../exports/layout/emotion.ts'
import type { EmotionPoint, JourneyMap } from '../../../journey/map.ts'
import { stageGap, type MapColumns } from './map-columns.ts'

/** Where the points of the curve stand: a step's in the middle of its column, a stage's in the middle of the stage. */
export function emotionColumns(map: Pick<JourneyMap, 'stages'>, columns: MapColumns): readonly EmotionColumn[] {
  return map.stages.flatMap((stage, index): EmotionColumn[] => {
    const column = columns.stages[index]
    if (!column) return []
    const whole = { stage: stage.id, x: column.x + (column.width - stageGap) / 2 }
    return [whole, ...column.steps.map((step) => ({ stage: stage.id, step: step.id, x: column.x + step.x + step.width / 2 }))]
  })
}

export function pointName(map: Pick<JourneyMap, 'stages'>, point: EmotionPoint): string {
  const stage = map.stages.find((one) => one.id === point.stage)
  const step = stage?.steps.find((one) => one.id === point.step)
  return step ? `${stage?.name}, ${step.name}` : (stage?.name ?? '')
}
