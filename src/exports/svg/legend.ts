import type { StandingKind } from '../../journey/standing.ts'
import { measureText } from '../text/measure-text.ts'
import { standings, type } from '../tokens.ts'
import { element } from './element.ts'
import type { Part, Scene } from './scene.ts'
import { standingMark } from './standing-mark.ts'
import { line } from './text.ts'

const kinds = Object.keys(standings) as StandingKind[]
const rowHeight = 24

/** How to read the map: the five standings, the scale of feeling, the streams. Breaks into rows where it must. */
export function drawLegend(scene: Scene, y: number): Part {
  const items = [...kinds.map((kind) => standingItem(scene, kind)), scaleItem(scene)]
  const right = scene.width - scene.left
  let x = scene.left
  let row = 0
  const out = items.map((item) => {
    if (x > scene.left && x + item.width > right) {
      x = scene.left
      row += 1
    }
    const drawn = item.draw({ x, y: y + 12 + row * rowHeight })
    x += item.width + 22
    return drawn
  })
  return { markup: out.join(''), height: (row + 1) * rowHeight }
}

interface Item {
  readonly width: number
  readonly draw: (at: { readonly x: number; readonly y: number }) => string
}

function standingItem(scene: Scene, kind: StandingKind): Item {
  const { paint } = scene
  const look = standings[kind]
  const name = { size: type.small.size, weight: 600 }
  const nameWidth = measureText(look.label, name)
  const meaning = look.meaning
  return {
    width: 38 + nameWidth + 6 + measureText(meaning, type.small),
    draw: ({ x, y }) => {
      const box = { x: x + 0.5, y: y - 7.5, width: 30, height: 15, rx: 3 }
      const edge = {
        stroke: paint.colour('line'),
        'stroke-width': look.dash.length > 0 ? 1.2 : 0.8,
        'stroke-dasharray': look.dash.length > 0 ? look.dash.join(' ') : undefined,
      }
      const swatch = element('rect', { ...box, fill: look.filled ? paint.colour('surface') : 'none', ...edge })
      const hatching = look.hatched ? element('rect', { ...box, fill: 'url(#hatch)' }) : ''
      const words =
        line(look.label, { x: x + 38, y: y + 4 }, { ...name, fill: paint.colour('ink') }) +
        line(meaning, { x: x + 38 + nameWidth + 6, y: y + 4 }, { size: type.small.size, fill: paint.colour('inkFaint') })
      return swatch + hatching + standingMark(kind, { x: x + 15.5, y }, paint) + words
    },
  }
}

function scaleItem(scene: Scene): Item {
  const { paint } = scene
  return {
    width: 270,
    draw: ({ x, y }) => {
      const steps = [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1]
      const ramp = steps.map((score, index) =>
        element('rect', { x: x + 96 + index * 10, y: y - 5, width: 10, height: 10, fill: paint.emotion(score) }),
      )
      const look = { size: type.small.size, fill: paint.colour('inkFaint') }
      return line('Very unhappy −1', { x, y: y + 4 }, look) + ramp.join('') + line('+1 very happy', { x: x + 194, y: y + 4 }, look)
    },
  }
}
