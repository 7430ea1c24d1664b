import { plural } from '../format.ts'
import type { JourneyMap } from '../../journey/map.ts'
import { curvesOf, hasCurves } from '../drawn-curves.ts'
import { layoutEmotion, type EmotionBox, type EmotionColumn } from '../layout/emotion.ts'
import { stageGap } from '../layout/map.ts'
import type { MapLayout } from '../layout/map-types.ts'
import { layoutRiver } from '../layout/river.ts'
import { hasGoal } from '../map-words.ts'
import { stageMoods } from '../stage-mood.ts'
import { type } from '../tokens.ts'
import { wrapText } from '../text/wrap-text.ts'
import { element } from './element.ts'
import { drawDrawnCurve, drawEmotion } from './emotion.ts'
import type { Paint } from './paint.ts'
import { drawRiver } from './river.ts'
import type { Part, Scene } from './scene.ts'
import { line, lines } from './text.ts'

const riverHeight = 250
const emotionHeight = 132

/** The river under the stage heads. Nothing where the map has none. */
export function drawRiverPart(scene: Scene, y: number): Part {
  const { map, layout, paint, left } = scene
  if (!map.river || map.stages.length === 0) return { markup: '', height: 0 }
  const columns = layout.stages.map((stage) => ({ x: stage.x, width: stage.width - stageGap }))
  const river = layoutRiver(map.river, map.stages, { width: layout.width - stageGap, height: riverHeight, columns, goal: hasGoal(map) })
  const drawn = drawRiver(river, { paint, moods: stageMoods(map), ids: 'river', focusable: false })
  const words = drawWords(scene, {
    y: y + 34,
    title: 'River',
    text: `${plural(map.river.journeys, 'journey')}. Width is how many pass, colour how they feel.`,
  })
  return { markup: words + element('g', { transform: `translate(${left} ${y})` }, drawn), height: riverHeight }
}

/** The emotion curve. Nothing where the map has none. */
export function drawEmotionPart(scene: Scene, y: number): Part {
  const { map, layout, paint, left } = scene
  if (!hasCurves(map)) return { markup: '', height: 0 }
  const box = { width: layout.width, height: emotionHeight, columns: emotionColumns(layout) }
  const curve = layoutEmotion(map.emotion ?? { points: [] }, box)
  const drawn = drawEmotion(curve, { paint, from: layout.laneHeadWidth, to: layout.width - stageGap }) + drawnCurves(map, box, paint)
  const axis = [
    { score: '+1', y: curve.best },
    { score: '0', y: curve.middle },
    { score: '−1', y: curve.worst },
  ].map((tick) =>
    line(
      tick.score,
      { x: layout.laneHeadWidth - 8, y: tick.y + 3.5 },
      { size: type.tiny.size, fill: paint.colour('inkFaint'), anchor: 'end' },
    ),
  )
  const words = drawWords(scene, { y: y + 22, title: 'Emotion', text: curveWords(map) })
  return { markup: words + element('g', { transform: `translate(${left} ${y})` }, [...axis, drawn]), height: emotionHeight }
}

/** What people drew, over what was measured. */
export const drawnCurves = (map: JourneyMap, box: EmotionBox, paint: Paint): string =>
  curvesOf(map)
    .map(({ name, curve }) => drawDrawnCurve(layoutEmotion(curve, box), paint, name))
    .join('')

/** How to read the curves of this map. */
export function curveWords(map: JourneyMap): string {
  const measured = map.emotion && map.emotion.points.length > 0 ? 'Mean score; the band is its 95 % interval.' : ''
  return [measured, curvesOf(map).length > 0 ? 'Dashed: drawn by people.' : ''].filter((part) => part !== '').join(' ')
}

/** Where the points of an emotion curve stand on a map: in the middle of their step, or of their stage. */
export function emotionColumns(layout: MapLayout): EmotionColumn[] {
  return layout.stages.flatMap((stage): EmotionColumn[] => [
    { stage: stage.stage.id, x: stage.x + (stage.width - stageGap) / 2 },
    ...stage.steps.map((step): EmotionColumn => ({ stage: stage.stage.id, step: step.step.id, x: step.x + step.width / 2 - 4 })),
  ])
}

function drawWords(scene: Scene, said: { readonly y: number; readonly title: string; readonly text: string }): string {
  const { paint, left, layout } = scene
  const texts = wrapText(said.text, type.tiny, { width: layout.laneHeadWidth - 34, lines: 6 })
  return (
    line(said.title, { x: left, y: said.y }, { size: type.card.size, weight: 600, fill: paint.colour('ink') }) +
    lines(texts, { x: left, y: said.y + 16, leading: type.tiny.line }, { size: type.tiny.size, fill: paint.colour('inkFaint') })
  )
}
