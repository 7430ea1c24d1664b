import type { Stage } from '../../../journey/map.ts'

export interface StepColumn {
  readonly id: string
  /** From the stage's own left edge. */
  readonly x: number
  readonly width: number
}
export interface StageColumn {
  readonly id: string
  readonly x: number
  readonly width: number
  readonly steps: readonly StepColumn[]
}
export interface MapColumns {
  readonly width: number
  readonly stages: readonly StageColumn[]
}

export const stageGap = 12
const narrowestStep = 146
const widestStep = 250
const narrowestStage = 196
const narrowestOverview = 158

/** Whether every step can have a readable column of its own within the room. */
export const stepsFit = (stages: readonly Stage[], room: number): boolean =>
  stages.reduce((sum, stage) => sum + Math.max(1, stage.steps.length), 0) * narrowestStep <= room

/** Stages alone, each with the same share of the room; their steps lie side by side within, for the curve. */
export function overviewColumns(stages: readonly Stage[], room: number): MapColumns {
  const width = Math.floor(Math.max(narrowestOverview, room / Math.max(1, stages.length)))
  return {
    width: width * stages.length,
    stages: stages.map((stage, index) => {
      const each = (width - stageGap) / Math.max(1, stage.steps.length)
      return {
        id: stage.id,
        x: index * width,
        width,
        steps: stage.steps.map((step, place) => ({ id: step.id, x: place * each, width: each })),
      }
    }),
  }
}

/** Pixels of every stage and step side by side: they share the room there is, and the map grows wider where that is too little. */
export function mapColumns(stages: readonly Stage[], room: number): MapColumns {
  const steps = stages.reduce((sum, stage) => sum + Math.max(1, stage.steps.length), 0)
  const step = Math.min(widestStep, Math.max(narrowestStep, room / Math.max(1, steps)))
  let x = 0
  const columns = stages.map((stage): StageColumn => {
    const count = Math.max(1, stage.steps.length)
    const width = Math.floor(Math.max(narrowestStage, count * step))
    const start = x
    x += width
    const each = (width - stageGap) / count
    return { id: stage.id, x: start, width, steps: stage.steps.map((one, index) => ({ id: one.id, x: index * each, width: each })) }
  })
  return { width: x, stages: columns }
}
