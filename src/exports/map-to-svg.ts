import type { JourneyMap } from '../journey/map.ts'
import { layoutMap, stageGap } from './layout/map.ts'
import { shownMap } from './shown-map.ts'
import { drawEmotionPart, drawRiverPart } from './svg/flow.ts'
import { element, escapeText } from './svg/element.ts'
import { drawHead } from './svg/head.ts'
import { drawLanes } from './svg/lanes.ts'
import { drawLegend } from './svg/legend.ts'
import { fixedPaint, type Paint } from './svg/paint.ts'
import type { Part, Scene } from './svg/scene.ts'
import { drawStages, drawSteps } from './svg/stages.ts'
import { fontFamily, type Theme } from './tokens.ts'

export interface SvgOptions {
  /** Default light. */
  readonly theme?: Theme
  /** Pixels that the picture should be wide; it grows where the steps need more. Default 1920. */
  readonly width?: number
  /** As in `layoutMap`. */
  readonly detail?: 'steps' | 'stages'
  /** Instead of the map's own. */
  readonly title?: string
}

/** The complete map as one self-contained SVG: no scripts, no foreign content, all text escaped. */
export function mapToSvg(whole: JourneyMap, options: SvgOptions = {}): string {
  const map = shownMap(whole)
  const paint = fixedPaint(options.theme ?? 'light')
  const layout = layoutMap(map, {
    width: (options.width ?? 1920) - 2 * margin + stageGap,
    ...(options.detail === undefined ? {} : { detail: options.detail }),
  })
  const width = Math.max(layout.width - stageGap, 640) + 2 * margin
  const scene: Scene = { map, title: options.title ?? map.title, layout, paint, left: margin, width }
  let y = margin
  const draw = (part: (scene: Scene, y: number) => Part, after: number): string => {
    const drawn = part(scene, y)
    if (drawn.height > 0) y += drawn.height + after
    return drawn.markup
  }
  const parts = [
    draw(drawHead, 18),
    draw(drawStages, 6),
    draw(drawRiverPart, 12),
    draw(drawEmotionPart, 18),
    draw(drawSteps, 8),
    draw(drawLanes, 10),
    draw(drawLegend, 0),
  ]
  const height = Math.ceil(y + margin - 12)
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'font-family': fontFamily,
    role: 'img',
    'aria-labelledby': 'map-title map-desc',
  }
  return element('svg', attributes, [
    element('title', { id: 'map-title' }, escapeText(scene.title)),
    element(
      'desc',
      { id: 'map-desc' },
      escapeText(map.summary === '' ? `Customer journey map with ${map.stages.length} stages` : map.summary),
    ),
    element('defs', {}, hatchPattern(paint)),
    element('rect', { width, height, fill: paint.colour('paper') }),
    ...parts,
  ])
}

const margin = 40

function hatchPattern(paint: Paint): string {
  const stroke = element('path', {
    d: 'M-1,1l2,-2M0,7l7,-7M6,8l2,-2',
    stroke: paint.colour('line'),
    'stroke-width': 0.7,
    'stroke-opacity': 0.5,
  })
  return element('pattern', { id: 'hatch', width: 7, height: 7, patternUnits: 'userSpaceOnUse' }, stroke)
}
