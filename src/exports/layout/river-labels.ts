import { formatCount } from '../format.ts'
import { measureText } from '../text/measure-text.ts'
import type { Stacked } from './river-stack.ts'
import type { RiverBox, RiverLabel, RiverStream } from './river-types.ts'

const style = { size: 11, weight: 600 } as const
const height = 14

/** What is said beside the streams. Where two would touch, the smaller count moves up or down, or gives way; a flow back only gives way, for under its arc it would name the wrong stream. */
export function placeLabels(streams: readonly RiverStream[], stacked: Stacked, box: RiverBox): RiverLabel[] {
  const wanted = [...totals(streams, stacked), ...streams.flatMap((stream) => leavingLabel(stream, stacked, box)), ...backLabels(streams)]
  const placed: RiverLabel[] = []
  for (const label of wanted.toSorted((a, b) => rank(a) - rank(b) || b.count - a.count)) {
    const free = (label.kind === 'back' ? [0] : [0, -height, height])
      .map((shift) => inside({ ...label, y: label.y + shift }, box))
      .find((moved) => placed.every((other) => !touches(moved, other)))
    if (free) placed.push(free)
  }
  return placed
}

/** The rectangle that a label covers. */
export function labelBox(label: RiverLabel): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const width = measureText(label.text, style)
  const x = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2
  return { x, y: label.y - 11, width, height }
}

const order: readonly RiverLabel['kind'][] = ['goal', 'start', 'lost', 'open', 'back']
const rank = (label: RiverLabel): number => order.indexOf(label.kind)

function totals(streams: readonly RiverStream[], stacked: Stacked): RiverLabel[] {
  const goal = sum(streams, 'goal')
  const place = stacked.goal
  if (!place || goal === 0) return []
  return [
    {
      kind: 'goal',
      stage: null,
      count: goal,
      x: place.x + 7,
      y: stacked.top - 7,
      anchor: 'end',
      text: `${formatCount(goal)} reach the goal`,
    },
  ]
}

function leavingLabel(stream: RiverStream, stacked: Stacked, box: RiverBox): RiverLabel[] {
  if (stream.kind !== 'lost' && stream.kind !== 'open') return []
  const text =
    stream.kind === 'lost'
      ? `${formatCount(stream.count)} ${box.goal === false ? 'end here' : 'leave'}`
      : `${formatCount(stream.count)} still open`
  const y = stream.kind === 'lost' ? stacked.bottom - 8 : stream.y2 + 4
  const x = stream.kind === 'lost' ? stream.x2 : stream.x2 + 8
  return [{ kind: stream.kind, stage: stream.from, count: stream.count, x, y, anchor: stream.kind === 'lost' ? 'middle' : 'start', text }]
}

/** Only the three largest flows back are named: the others have their tooltip. */
function backLabels(streams: readonly RiverStream[]): RiverLabel[] {
  return streams
    .filter((stream) => stream.kind === 'back')
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 3)
    .map((stream) => ({
      kind: 'back',
      stage: stream.from,
      count: stream.count,
      x: stream.middle.x,
      y: 12,
      anchor: 'middle',
      text: `${formatCount(stream.count)} go back`,
    }))
}

const sum = (streams: readonly RiverStream[], kind: RiverStream['kind']): number =>
  streams.reduce((total, stream) => (stream.kind === kind ? total + stream.count : total), 0)

/** Moved sideways until it is inside the box. */
function inside(label: RiverLabel, box: RiverBox): RiverLabel {
  const rectangle = labelBox(label)
  const shift = Math.max(0, -rectangle.x) - Math.max(0, rectangle.x + rectangle.width - box.width)
  return { ...label, x: label.x + shift, y: Math.min(box.height - 3, Math.max(11, label.y)) }
}

function touches(one: RiverLabel, other: RiverLabel): boolean {
  const a = labelBox(one)
  const b = labelBox(other)
  return a.x < b.x + b.width + 6 && b.x < a.x + a.width + 6 && a.y < b.y + b.height && b.y < a.y + a.height
}
