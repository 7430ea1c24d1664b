import { stageFigures } from '../../../exports/map-words.ts'
import { measureText } from '../../../exports/text/measure-text.ts'
import type { Stage } from '../../../journey/map.ts'
import { stageGap, type MapColumns } from './map-columns.ts'

const between = 10

/** How many lines the figures of the fullest stage head take in its column, so that the heads are as high as they must be. */
export function headLines(stages: readonly Stage[], columns: MapColumns, goal: boolean): number {
  const lines = stages.map((stage, index) => {
    const room = (columns.stages[index]?.width ?? 0) - stageGap - 2
    let count = 0
    let left = 0
    for (const figure of stageFigures(stage.numbers, goal)) {
      const width = measureText(figure.value, { size: 11, weight: 600 }) + measureText(` ${figure.caption}`, { size: 11, weight: 400 })
      if (width > left) count += Math.max(1, Math.ceil(width / room))
      left = (width > left ? room : left) - width - between
    }
    return count
  })
  return Math.max(0, ...lines)
}
