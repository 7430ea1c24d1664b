import type { JourneyMap } from '../../journey/map.ts'
import { hasCurves } from '../drawn-curves.ts'
import { layoutEmotion } from '../layout/emotion.ts'
import type { MapLayout } from '../layout/map-types.ts'
import { stageGap } from '../layout/map.ts'
import { layoutRiver } from '../layout/river.ts'
import { hasGoal } from '../map-words.ts'
import { stageMoods } from '../stage-mood.ts'
import { element } from '../svg/element.ts'
import { drawEmotion } from '../svg/emotion.ts'
import { drawnCurves, emotionColumns } from '../svg/flow.ts'
import { drawRiver } from '../svg/river.ts'
import { slantedNames } from '../svg/stages.ts'
import { variablePaint } from '../svg/paint.ts'

const riverHeight = 230
const emotionHeight = 120

export interface Drawings {
  /** Begins every id. */
  readonly ids: string
  readonly focusable: boolean
}

/** The river as an `svg` as wide as the stages; empty where the map has none. */
export function riverSvg(map: JourneyMap, layout: MapLayout, how: Drawings): string {
  if (!map.river || map.stages.length === 0) return ''
  const columns = layout.stages.map((stage) => ({ x: stage.x - layout.laneHeadWidth + stageGap, width: stage.width - stageGap }))
  const width = layout.width - layout.laneHeadWidth
  const river = layoutRiver(map.river, map.stages, { width, height: riverHeight, columns, goal: hasGoal(map) })
  const drawn = drawRiver(river, { paint: variablePaint, moods: stageMoods(map), ...how })
  return element(
    'svg',
    {
      width,
      height: riverHeight,
      viewBox: `0 0 ${width} ${riverHeight}`,
      role: 'group',
      'aria-label': 'River: how journeys flow between the stages',
    },
    drawn,
  )
}

/** The emotion curve as an `svg` as wide as the stages; empty where the map has none. */
export function emotionSvg(map: JourneyMap, layout: MapLayout): string {
  if (!hasCurves(map)) return ''
  const shift = stageGap - layout.laneHeadWidth
  const columns = emotionColumns(layout).map((column) => ({ ...column, x: column.x + shift }))
  const width = layout.width - layout.laneHeadWidth
  const box = { width, height: emotionHeight, columns }
  const curve = layoutEmotion(map.emotion ?? { points: [] }, box)
  const drawn = drawEmotion(curve, { paint: variablePaint, from: stageGap, to: width }) + drawnCurves(map, box, variablePaint)
  const names = slantedNames({ layout, paint: variablePaint, left: shift }, emotionHeight)
  const height = Math.ceil(emotionHeight + names.height)
  return element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': 'Emotion: mean score by step' },
    drawn + names.markup,
  )
}
