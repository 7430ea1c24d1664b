import type { StandingKind } from '../../journey/standing.ts'
import { unreachable } from '../../journey/unreachable.ts'
import { element } from './element.ts'
import type { Paint } from './paint.ts'

/** The small sign of a standing, about nine pixels wide around a point: told apart by shape alone. */
export function standingMark(kind: StandingKind, at: { readonly x: number; readonly y: number }, paint: Paint): string {
  const ink = paint.colour('inkFaint')
  const ring = { cx: at.x, cy: at.y, r: 3.4, fill: 'none', stroke: ink, 'stroke-width': 1.3 }
  switch (kind) {
    case 'observed':
      return element('circle', { cx: at.x, cy: at.y, r: 3.6, fill: ink })
    case 'reported':
      return [-2.4, 2].map((shift) => element('path', { d: quoteMark(at.x + shift, at.y), fill: ink })).join('')
    case 'inferred':
      return element('circle', { ...ring, 'stroke-dasharray': '0.1 2.57', 'stroke-linecap': 'round', 'stroke-width': 1.7 })
    case 'assumed':
      return hatchedSquare(at, ink)
    case 'no data':
      return element('circle', { ...ring, 'stroke-width': 1 })
    default:
      return unreachable(kind)
  }
}

const quoteMark = (x: number, y: number): string => `M${r(x - 1.6)},${r(y - 3)}h3.2v3.2q0,2.4 -2.6,3.3l-0.5,-1q1.3,-0.7 1.4,-2.1h-1.5z`

function hatchedSquare(at: { readonly x: number; readonly y: number }, ink: string): string {
  const [left, top] = [at.x - 3.5, at.y - 3.5]
  const frame = element('rect', { x: left, y: top, width: 7, height: 7, fill: 'none', stroke: ink, 'stroke-width': 1 })
  const strokes = `M${r(left)},${r(top + 3.5)}l3.5,-3.5M${r(left)},${r(top + 7)}l7,-7M${r(left + 3.5)},${r(top + 7)}l3.5,-3.5`
  return frame + element('path', { d: strokes, stroke: ink, 'stroke-width': 1, fill: 'none' })
}

const r = (value: number): string => String(Math.round(value * 100) / 100)
