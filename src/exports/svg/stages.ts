import { stageGap } from '../layout/map.ts'
import type { PlacedStage } from '../layout/map-types.ts'
import { hasGoal, stageFigures, type StageFigure } from '../map-words.ts'
import { measureText } from '../text/measure-text.ts'
import { fitText } from '../text/wrap-text.ts'
import { radius, type } from '../tokens.ts'
import { element } from './element.ts'
import type { Part, Scene } from './scene.ts'
import { line, lines } from './text.ts'

const pad = 12
const figuresHeight = 44
const figureStyle = { size: 14, weight: 600 } as const
const captionStyle = { size: 9.5, weight: 400 } as const

/** The heads of the stages: number, name, journeys, time, exits; below them the names of the steps. */
export function drawStages(scene: Scene, y: number): Part {
  const { layout } = scene
  const numbered = scene.map.stages.some((stage) => stage.numbers !== undefined)
  const height = pad + layout.stageNameHeight + (numbered ? figuresHeight : 4) + pad - 4
  return { markup: layout.stages.map((stage) => drawStage(scene, stage, { y, height })).join(''), height }
}

/** The names of the steps, with a thin rule over each. */
export function drawSteps(scene: Scene, y: number): Part {
  if (scene.layout.detail === 'stages') return slantedNames(scene, y)
  const { paint, left, layout } = scene
  const markup = layout.stages.flatMap((stage) =>
    stage.steps.map((step) => {
      const x = left + step.x
      const rule = element('line', { x1: x, x2: x + step.width - 7, y1: y, y2: y, stroke: paint.colour('line'), 'stroke-width': 1 })
      return (
        rule +
        lines(step.lines, { x, y: y + 16, leading: type.small.line }, { size: type.small.size, weight: 600, fill: paint.colour('inkSoft') })
      )
    }),
  )
  return { markup: markup.join(''), height: layout.stepHeight + 10 }
}

/** Without columns of their own, the steps' names hang from the points of the curve above. */
export function slantedNames(scene: Pick<Scene, 'layout' | 'paint' | 'left'>, y: number): Part {
  const { paint, left, layout } = scene
  const look = { size: type.tiny.size, weight: 600 }
  const markup = layout.stages.flatMap((stage) =>
    stage.steps.map((step) => {
      const x = left + step.x + step.width / 2
      const name = line(
        fitText(step.step.name, look, slantLength),
        { x: 0, y: 0 },
        { ...look, fill: paint.colour('inkSoft'), anchor: 'end' },
      )
      return element('g', { transform: `translate(${Math.round(x)} ${Math.round(y + 4)}) rotate(-34)` }, name)
    }),
  )
  return { markup: markup.join(''), height: slantLength * 0.56 + 6 }
}

const slantLength = 112

function drawStage(scene: Scene, stage: PlacedStage, box: { readonly y: number; readonly height: number }): string {
  const { paint, layout } = scene
  const x = scene.left + stage.x
  const width = stage.width - stageGap
  const back = element('rect', { x, y: box.y, width, height: box.height, rx: radius.panel - 2, fill: paint.colour('sunken') })
  const number = line(
    String(stage.index + 1),
    { x: x + width - pad, y: box.y + pad + 13 },
    { size: type.card.size, fill: paint.colour('inkFaint'), anchor: 'end' },
  )
  const name = lines(
    stage.nameLines,
    { x: x + pad, y: box.y + pad + 13, leading: type.heading.line },
    { size: type.heading.size, weight: 600, fill: paint.colour('ink') },
  )
  return (
    back +
    number +
    name +
    drawFigures(scene, stage, { x: x + pad, y: box.y + pad + layout.stageNameHeight, width: Math.min(width - 2 * pad, 420) })
  )
}

function drawFigures(scene: Scene, stage: PlacedStage, box: { readonly x: number; readonly y: number; readonly width: number }): string {
  const all = stageFigures(stage.stage.numbers, hasGoal(scene.map))
  const measure = (list: readonly StageFigure[]): number[] =>
    list.map((figure) => Math.max(measureText(figure.value, figureStyle), measureText(figure.caption, captionStyle)))
  const tooWide = measure(all).reduce((sum, width) => sum + width + 6, 0) > box.width
  const figures = tooWide ? all.map((figure) => ({ ...figure, caption: figure.caption.replace(/,.*| time/, '') })) : all
  const widths = measure(figures)
  const spare = (box.width - widths.reduce((sum, width) => sum + width, 0)) / Math.max(1, figures.length - 1)
  const gap = Math.min(44, Math.max(5, spare))
  return figures
    .map((figure, index) => {
      const x = box.x + widths.slice(0, index).reduce((sum, width) => sum + width + gap, 0)
      const fill = scene.paint.colour(figure.bad ? 'bad' : 'ink')
      return (
        line(figure.value, { x, y: box.y + 22 }, { ...figureStyle, fill }) +
        line(figure.caption, { x, y: box.y + 37 }, { ...captionStyle, fill: scene.paint.colour('inkSoft') })
      )
    })
    .join('')
}
