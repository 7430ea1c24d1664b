import { stageGap } from '../layout/map.ts'
import type { PlacedLane } from '../layout/map-types.ts'
import { type } from '../tokens.ts'
import { fitText } from '../text/wrap-text.ts'
import { drawCard } from './card.ts'
import { element } from './element.ts'
import type { Part, Scene } from './scene.ts'
import { line, lines } from './text.ts'

/** The lanes with their cards, a line over each. */
export function drawLanes(scene: Scene, y: number): Part {
  const lanes = scene.layout.lanes.map((lane) => drawLane(scene, lane, y))
  return { markup: lanes.join(''), height: scene.layout.lanesHeight }
}

function drawLane(scene: Scene, lane: PlacedLane, top: number): string {
  const { paint, left, layout } = scene
  const y = top + lane.y
  const rule = element('line', { x1: left, x2: left + layout.width - stageGap, y1: y, y2: y, stroke: paint.colour('hairline') })
  const mark = element('rect', {
    x: left,
    y: y + 11,
    width: 3,
    height: Math.max(14, lane.nameLines.length * type.card.line - 2),
    rx: 1.5,
    fill: paint.lane(lane.lane.kind),
  })
  const name = lines(
    lane.nameLines,
    { x: left + 11, y: y + 23, leading: type.card.line },
    { size: type.card.size, weight: 600, fill: paint.colour('ink') },
  )
  const cards = lane.cards.map((card) => drawCard(card, paint, 'hatch')).join('')
  return rule + mark + name + drawEmpty(scene, lane, y) + element('g', { transform: `translate(${left} ${top})` }, cards)
}

/** An empty lane says what belongs there; an empty cell among full ones stays quiet. */
function drawEmpty(scene: Scene, lane: PlacedLane, y: number): string {
  const { paint, left, layout } = scene
  if (lane.cards.length === 0) {
    const room = layout.width - layout.laneHeadWidth - stageGap
    const hint = fitText(lane.lane.hint === '' ? 'Nothing here yet' : lane.lane.hint, type.small, room)
    return line(
      hint,
      { x: left + layout.laneHeadWidth, y: y + 23 },
      { size: type.small.size, fill: paint.colour('inkFaint'), italic: true },
    )
  }
  return lane.empty
    .map((index) => layout.stages[index])
    .map((stage) => (stage ? line('–', { x: left + stage.x, y: y + 23 }, { size: type.small.size, fill: paint.colour('inkFaint') }) : ''))
    .join('')
}
