import { formatCount, formatScore } from '../format.ts'
import type { EmotionLayout, PlacedEmotion } from '../layout/emotion.ts'
import { element, escapeText } from './element.ts'
import type { Paint } from './paint.ts'
import { line } from './text.ts'

/** The dash of a curve that people drew: what they believe, beside what was measured. */
export const drawnDash = '6 4'

/** A curve drawn by people: dashed, hollow points with their value on demand. */
export function drawDrawnCurve(layout: EmotionLayout, paint: Paint, name: string): string {
  const stroke = paint.colour('inkSoft')
  const paths = layout.lines.map((path) =>
    element('path', { d: path, fill: 'none', stroke, 'stroke-width': 1.5, 'stroke-dasharray': drawnDash }),
  )
  const dots = layout.points.map((placed) => {
    const said = element('title', {}, escapeText(`${name}: ${formatScore(placed.point.mean)}, drawn by people`))
    return element(
      'circle',
      { cx: placed.x, cy: placed.y ?? layout.middle, r: 3.5, fill: paint.colour('paper'), stroke, 'stroke-width': 1.5 },
      said,
    )
  })
  const last = layout.points.at(-1)
  const label = last ? line(name, { x: last.x + 8, y: (last.y ?? layout.middle) + 3.5 }, { size: 10, fill: stroke, italic: true }) : ''
  return [...paths, ...dots, label].join('')
}

export interface EmotionDrawing {
  readonly paint: Paint
  /** Where the axis begins and ends, pixels. */
  readonly from: number
  readonly to: number
}

/** The emotion curve as SVG markup: zero line, interval band, line, points with their value and n. */
export function drawEmotion(layout: EmotionLayout, drawing: EmotionDrawing): string {
  const { paint } = drawing
  const axis = (y: number, dash?: string): string =>
    element('line', { x1: drawing.from, x2: drawing.to, y1: y, y2: y, stroke: paint.colour('hairline'), 'stroke-dasharray': dash })
  const shaped = [
    ...layout.bands.map((band) => element('path', { d: band, fill: paint.colour('accent'), 'fill-opacity': 0.16 })),
    ...layout.bridges.map((bridge) =>
      element('path', { d: bridge, fill: 'none', stroke: paint.colour('line'), 'stroke-width': 1.25, 'stroke-dasharray': '2 4' }),
    ),
    ...layout.lines.map((path) =>
      element('path', { d: path, fill: 'none', stroke: paint.colour('ink'), 'stroke-width': 1.75, 'stroke-linejoin': 'round' }),
    ),
  ]
  const axes = [axis(layout.best, '1 4'), axis(layout.middle), axis(layout.worst, '1 4')]
  return [...axes, ...shaped, ...layout.points.map((point) => drawPoint(point, layout, paint))].join('')
}

function drawPoint(placed: PlacedEmotion, layout: EmotionLayout, paint: Paint): string {
  const count = formatCount(placed.point.n)
  const narrow = layout.points.length > 1 && narrowest(layout) < 74
  const foot = { x: placed.x, y: layout.height - 4 }
  const faint = { size: 10, fill: paint.colour('inkFaint'), anchor: 'middle' as const }
  if (placed.y === null) {
    const ring = element('circle', {
      cx: placed.x,
      cy: layout.middle,
      r: 3.5,
      fill: paint.colour('paper'),
      stroke: paint.colour('line'),
      'stroke-dasharray': '1.5 1.5',
    })
    return ring + line(emptyWords(placed.point.n, narrow), foot, faint)
  }
  const said = element('title', {}, escapeText(`Mean score ${formatScore(placed.point.mean)}, n ${count}`))
  const dot = element(
    'circle',
    { cx: placed.x, cy: placed.y, r: 5, fill: paint.emotion(placed.point.mean), stroke: paint.colour('paper'), 'stroke-width': 1.5 },
    said,
  )
  const above = placed.y - 11 > 9
  const value = line(
    formatScore(placed.point.mean),
    { x: placed.x + 9, y: above ? placed.y - 8 : placed.y + 17 },
    { size: 11, weight: 600, fill: paint.colour('ink') },
  )
  return dot + value + line(`n ${count}`, foot, faint)
}

function emptyWords(n: number, narrow: boolean): string {
  if (narrow) return n === 0 ? '–' : `(n ${n})`
  return n === 0 ? 'no scores' : `too few (n ${n})`
}

/** The least distance between two points beside each other. */
function narrowest(layout: EmotionLayout): number {
  const xs = layout.points.map((point) => point.x)
  return Math.min(...xs.slice(1).map((x, index) => Math.abs(x - (xs[index] ?? 0))))
}
