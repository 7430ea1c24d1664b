import { stageGap } from '../layout/map.ts'
import type { PlacedStage } from '../layout/map-types.ts'
import { stageFigures } from '../map-words.ts'
import { radius, type } from '../tokens.ts'
import { element } from './element.ts'
import type { Part, Scene } from './scene.ts'
import { line, lines } from './text.ts'

const pad = 12
const figuresHeight = 44

/** The heads of the stages: number, name, journeys, time, exits; below them the names of the steps. */
export function drawStages(scene: Scene, y: number): Part {
  const { layout } = scene
  const numbered = scene.map.stages.some((stage) => stage.numbers !== undefined)
  const height = pad + layout.stageNameHeight + (numbered ? figuresHeight : 4) + pad - 4
  return { markup: layout.stages.map((stage) => drawStage(scene, stage, { y, height })).join(''), height }
}

/** The names of the steps, with a thin rule over each. */
export function drawSteps(scene: Scene, y: number): Part {
  const { paint, left, layout } = scene
  const markup = layout.stages.flatMap((stage) =>
    stage.steps.map((step) => {
      const x = left + step.x
      const rule = element('line', { x1: x, x2: x + step.width - 7, y1: y, y2: y, stroke: paint.colour('line'), 'stroke-width': 1 })
      return rule + lines(step.lines, { x, y: y + 16, leading: type.small.line }, { size: type.small.size, weight: 600, fill: paint.colour('inkSoft') })
    }),
  )
  return { markup: markup.join(''), height: layout.stepHeight + 10 }
}

function drawStage(scene: Scene, stage: PlacedStage, box: { readonly y: number; readonly height: number }): string {
  const { paint, layout } = scene
  const x = scene.left + stage.x
  const width = stage.width - stageGap
  const back = element('rect', { x, y: box.y, width, height: box.height, rx: radius.panel - 2, fill: paint.colour('sunken') })
  const number = line(String(stage.index + 1), { x: x + width - pad, y: box.y + pad + 13 }, { size: type.card.size, fill: paint.colour('inkFaint'), anchor: 'end' })
  const name = lines(stage.nameLines, { x: x + pad, y: box.y + pad + 13, leading: type.heading.line }, { size: type.heading.size, weight: 600, fill: paint.colour('ink') })
  return back + number + name + drawFigures(scene, stage, { x: x + pad, y: box.y + pad + layout.stageNameHeight, width: Math.min(width - 2 * pad, 420) })
}

function drawFigures(scene: Scene, stage: PlacedStage, box: { readonly x: number; readonly y: number; readonly width: number }): string {
  const shares = [0, 0.41, 0.7]
  return stageFigures(stage.stage.numbers)
    .map((figure, index) => {
      const x = box.x + (shares[index] ?? 0) * box.width
      const fill = scene.paint.colour(figure.bad ? 'bad' : 'ink')
      return (
        line(figure.value, { x, y: box.y + 22 }, { size: 14, weight: 600, fill }) +
        line(figure.caption, { x, y: box.y + 37 }, { size: type.tiny.size - 0.5, fill: scene.paint.colour('inkSoft') })
      )
    })
    .join('')
}
