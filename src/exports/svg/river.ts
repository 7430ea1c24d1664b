import { formatCount, formatScore, plural } from '../format.ts'
import type { RiverLayout, RiverStream } from '../layout/river-types.ts'
import { ribbonOpacity } from '../tokens.ts'
import { element, escapeText } from './element.ts'
import type { Paint } from './paint.ts'
import { line } from './text.ts'

export interface RiverDrawing {
  readonly paint: Paint
  /** Mean score of each stage, or null. */
  readonly moods: readonly (number | null)[]
  /** Begins every id, so that several drawings can share a page. */
  readonly ids: string
  /** Streams can be reached with the keyboard and say what they are. */
  readonly focusable: boolean
}

/** The river as SVG markup, without a frame of its own: put it in a group or an `svg` of the layout's size. */
export function drawRiver(layout: RiverLayout, drawing: RiverDrawing): string {
  const gradients = layout.streams.map((stream, index) => gradient(stream, `${drawing.ids}${index}`, drawing))
  const drawn = layout.streams.map((stream, index) => drawStream(stream, `${drawing.ids}${index}`, { layout, drawing }))
  const nodes = layout.nodes.map((node) => {
    const mood = drawing.moods[node.index] ?? null
    const bar = { x: node.x, y: node.y, width: node.width, height: node.height, rx: 2, fill: drawing.paint.emotion(mood) }
    return element('rect', bar, element('title', {}, escapeText(nodeSentence(layout, node.index, mood))))
  })
  const goal = layout.goal
    ? element('rect', {
        x: layout.goal.x,
        y: layout.goal.y,
        width: layout.goal.width,
        height: Math.max(1.5, layout.goal.height),
        rx: 2,
        fill: drawing.paint.colour('accent'),
      })
    : ''
  return `${element('defs', {}, gradients)}${drawn.join('')}${nodes.join('')}${goal}${drawLabels(layout, drawing.paint)}`
}

/** What a stream is, in words: "1,234 passages from Browse to Buy". */
export function streamSentence(stream: RiverStream, layout: Pick<RiverLayout, 'nodes' | 'hasGoal'>): string {
  const from = stream.from === null ? 'the start' : (layout.nodes[stream.from]?.stage ?? '')
  const to = stream.to === null ? '' : (layout.nodes[stream.to]?.stage ?? '')
  if (stream.kind === 'start') return `${plural(stream.count, 'journey')} begin at ${to}`
  if (stream.kind === 'goal') return `${plural(stream.count, 'journey')} reach the goal from ${from}`
  if (stream.kind === 'lost' && !layout.hasGoal) return `${plural(stream.count, 'journey')} end at ${from}`
  if (stream.kind === 'lost') return `${plural(stream.count, 'journey')} leave at ${from} without the goal`
  if (stream.kind === 'open') return `${plural(stream.count, 'journey')} still open at ${from}`
  const back = stream.kind === 'back' ? ' back' : ''
  return `${plural(stream.count, 'passage')}${back} from ${from}${back ? ' to' : ' to'} ${to} (${plural(stream.journeys, 'journey')})`
}

/** What a stage's bar says: "Browse: 1,234 passages in, mean score +0.20". */
function nodeSentence(layout: RiverLayout, index: number, mood: number | null): string {
  const node = layout.nodes[index]
  return node ? `${node.stage}: ${formatCount(node.in)} passages in${mood === null ? '' : `, mean score ${formatScore(mood)}`}` : ''
}

interface Scene {
  readonly layout: RiverLayout
  readonly drawing: RiverDrawing
}

function drawStream(stream: RiverStream, id: string, scene: Scene): string {
  const { drawing } = scene
  const said = element('title', {}, escapeText(streamSentence(stream, scene.layout)))
  const focus = drawing.focusable
    ? { tabindex: 0, role: 'img', 'aria-label': streamSentence(stream, scene.layout), class: `stream ${stream.kind}` }
    : {}
  if (stream.kind === 'back') {
    const look = {
      fill: 'none',
      stroke: drawing.paint.colour('inkFaint'),
      'stroke-width': stream.width,
      'stroke-opacity': 0.75,
      'stroke-linecap': 'round',
    }
    return element('path', { d: stream.path, ...look, ...focus }, said)
  }
  return element('path', { d: stream.path, fill: `url(#${id})`, ...focus }, said)
}

function gradient(stream: RiverStream, id: string, drawing: RiverDrawing): string {
  if (stream.kind === 'back') return ''
  const along = { id, gradientUnits: 'userSpaceOnUse', x1: stream.x1, x2: stream.x2 === stream.x1 ? stream.x1 + 1 : stream.x2 }
  const stops = stopsOf(stream, drawing).map((stop) =>
    element('stop', { offset: stop.offset, 'stop-color': stop.colour, 'stop-opacity': stop.opacity }),
  )
  const falls = stream.kind === 'lost' || stream.kind === 'open'
  const vertical = falls ? { y1: stream.y1, y2: stream.y2 } : { y1: 0, y2: 0 }
  return element('linearGradient', { ...along, ...vertical }, stops)
}

interface Stop {
  readonly offset: number
  readonly colour: string
  readonly opacity: number
}

function stopsOf(stream: RiverStream, { paint, moods }: RiverDrawing): Stop[] {
  const from = paint.emotion(stream.from === null ? null : (moods[stream.from] ?? null))
  const to = paint.emotion(stream.to === null ? null : (moods[stream.to] ?? null))
  if (stream.kind === 'start') {
    return [
      { offset: 0, colour: to, opacity: 0 },
      { offset: 1, colour: to, opacity: ribbonOpacity },
    ]
  }
  if (stream.kind === 'lost' || stream.kind === 'open') {
    return [
      { offset: 0, colour: from, opacity: ribbonOpacity },
      { offset: 0.45, colour: paint.colour(stream.kind), opacity: ribbonOpacity * (stream.kind === 'lost' ? 0.85 : 0.5) },
      { offset: 1, colour: paint.colour(stream.kind), opacity: 0 },
    ]
  }
  return [
    { offset: 0, colour: from, opacity: ribbonOpacity },
    { offset: 1, colour: stream.kind === 'goal' ? paint.colour('accent') : to, opacity: ribbonOpacity },
  ]
}

function drawLabels(layout: RiverLayout, paint: Paint): string {
  const colours = {
    goal: paint.colour('good'),
    lost: paint.colour(layout.hasGoal ? 'bad' : 'inkSoft'),
    start: paint.colour('ink'),
    open: paint.colour('inkFaint'),
    back: paint.colour('inkFaint'),
  }
  return layout.labels
    .map((label) => line(label.text, label, { size: 11, weight: 600, fill: colours[label.kind], anchor: label.anchor }))
    .join('')
}
