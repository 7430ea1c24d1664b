import { basisMark, basisPhrases } from '../map-words.ts'
import { wrapText } from '../text/wrap-text.ts'
import { type } from '../tokens.ts'
import { element } from './element.ts'
import type { Part, Scene } from './scene.ts'
import { line, lines } from './text.ts'

/** Title, summary, what the map rests on, and Wend's mark. */
export function drawHead(scene: Scene, y: number): Part {
  const { map, paint, left, width } = scene
  const room = width - 2 * left
  const title = wrapText(scene.title, type.display, { width: room - 220, lines: 3 })
  const summary = map.summary === '' ? [] : wrapText(map.summary, type.body, { width: Math.min(room - 220, 1100), lines: 3 })
  const basis = wrapText(basisPhrases(map).join('  ·  '), type.small, { width: room - 20, lines: 3 })
  let at = y
  const out = [
    lines(title, { x: left, y: at + 28, leading: type.display.line }, { size: type.display.size, weight: 600, fill: paint.colour('ink') }),
  ]
  at += title.length * type.display.line + 4
  out.push(lines(summary, { x: left, y: at + 14, leading: type.body.line }, { size: type.body.size, fill: paint.colour('inkSoft') }))
  at += summary.length * type.body.line + 6
  out.push(lines(basis, { x: left, y: at + 12, leading: type.small.line }, { size: type.small.size, fill: paint.colour('inkFaint') }))
  at += basis.length * type.small.line + 8
  out.push(drawMark(scene, y + 10))
  return { markup: out.join(''), height: at - y }
}

function drawMark(scene: Scene, y: number): string {
  const { paint, left, width, map } = scene
  const right = width - left
  const kind = map.kind === 'as-is' ? 'The journey as it is' : 'The journey to be'
  return (
    line(kind, { x: right, y: y + 6 }, { size: type.card.size, weight: 600, fill: paint.colour('accent'), anchor: 'end' }) +
    line(basisMark(map), { x: right, y: y + 22 }, { size: type.tiny.size, fill: paint.colour('inkFaint'), anchor: 'end' }) +
    element('path', {
      d: `M${right - 62},${y + 34}c10,-9 18,-9 28,0s20,9 34,-2`,
      fill: 'none',
      stroke: paint.colour('accent'),
      'stroke-width': 2.5,
      'stroke-linecap': 'round',
    })
  )
}
