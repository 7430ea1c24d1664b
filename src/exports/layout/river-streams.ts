import { placeOf, type Flows, type Link } from './river-flows.ts'
import { placeLabels } from './river-labels.ts'
import { arc, falling, flowing, springing, type Bank } from './river-paths.ts'
import type { Slot, Stacked } from './river-stack.ts'
import { nodeWidth, type RiverBox, type RiverLayout, type RiverStream, type StreamKind } from './river-types.ts'

/** The outlines of all streams, what is said beside them, and the goal. */
export function drawStreams(flows: Flows, stacked: Stacked, box: RiverBox): Pick<RiverLayout, 'streams' | 'labels' | 'goal'> {
  const cursors = new Cursors(stacked)
  const forward = drawForward(flows, stacked, cursors)
  const streams = [
    ...forward,
    ...flows.open.map((link) => drawLeaving(link, 'open', { stacked, cursors, columnWidth: columnWidth(flows, box) })),
    ...flows.lost.map((link) => drawLeaving(link, 'lost', { stacked, cursors, columnWidth: columnWidth(flows, box) })),
    ...drawBack(flows, stacked),
  ]
  const total = flows.forward.reduce((sum, link) => (link.to.kind === 'goal' ? sum + link.count : sum), 0)
  const goal = stacked.goal ? { goal: { ...stacked.goal, width: nodeWidth, count: total } } : {}
  return { streams, labels: placeLabels(streams, stacked, box), ...goal }
}

/** How far down each stage's left and right side, and the goal, are already taken. */
class Cursors {
  private readonly taken = new Map<string, number>()
  private readonly stacked: Stacked
  constructor(stacked: Stacked) {
    this.stacked = stacked
  }
  take(side: 'left' | 'right' | 'goal', index: number, count: number): Bank {
    const slot = side === 'goal' ? this.stacked.goal : this.stacked.nodes[index]
    const key = `${side} ${index}`
    const y = this.taken.get(key) ?? slot?.y ?? 0
    const height = count * this.stacked.scale
    this.taken.set(key, y + height)
    return { x: (slot?.x ?? 0) + (side === 'right' ? nodeWidth : 0), y, height }
  }
}

function drawForward(flows: Flows, stacked: Stacked, cursors: Cursors): RiverStream[] {
  const leaving = new Map<Link, Bank>()
  const arriving = new Map<Link, Bank>()
  const far = (link: Link): number => Math.min(placeOf(link.to), 1e6)
  const outgoing = flows.forward.toSorted((a, b) => placeOf(a.from) - placeOf(b.from) || far(b) - far(a))
  for (const link of outgoing) leaving.set(link, cursors.take('right', placeOf(link.from), link.count))
  const starts = flows.starts.map((link) => drawStart(link, stacked, cursors))
  const incoming = flows.forward.toSorted((a, b) => far(a) - far(b) || placeOf(a.from) - placeOf(b.from))
  for (const link of incoming)
    arriving.set(link, cursors.take(link.to.kind === 'goal' ? 'goal' : 'left', link.to.kind === 'goal' ? 0 : placeOf(link.to), link.count))
  const streams = flows.forward.map((link): RiverStream => {
    const over = (stacked.passing.get(link) ?? []).filter((slot): slot is Slot => slot !== undefined)
    const banks = [leaving.get(link), ...over.flatMap(across), arriving.get(link)].filter((bank): bank is Bank => bank !== undefined)
    return stream(link, link.to.kind === 'goal' ? 'goal' : 'forward', { path: flowing(banks), banks, width: link.count * stacked.scale })
  })
  return [...starts, ...streams]
}

/** A flow over a column keeps its height for the width of the stage's bar. */
const across = (slot: Slot): Bank[] => [slot, { ...slot, x: slot.x + nodeWidth }]

/** Where nothing flows before a stage, journeys enter it from the left; elsewhere they spring up above the river. */
function drawStart(link: Link, stacked: Stacked, cursors: Cursors): RiverStream {
  const first = stacked.nodes.slice(0, placeOf(link.to)).every((slot) => slot.height === 0)
  const end = cursors.take('left', placeOf(link.to), link.count)
  const begin = first
    ? { ...end, x: Math.max(0, end.x - startLength) }
    : { x: end.x - springLength, y: Math.max(0, stacked.top - springRise), height: end.height }
  const path = first ? flowing([begin, end]) : springing(begin, end)
  return stream(link, 'start', { path, banks: [begin, end], width: end.height })
}

const startLength = 34
const springLength = 46
const springRise = 18

interface Leaving {
  readonly stacked: Stacked
  readonly cursors: Cursors
  readonly columnWidth: number
}

function drawLeaving(link: Link, kind: 'lost' | 'open', room: Leaving): RiverStream {
  const from = room.cursors.take('right', placeOf(link.from), link.count)
  const reach =
    Math.min(kind === 'lost' ? 54 : 92, room.columnWidth * (kind === 'lost' ? 0.3 : 0.5)) +
    Math.min(from.height, room.columnWidth * 0.4) / 2
  const depth = kind === 'lost' ? room.stacked.bottom - 24 : room.stacked.bottom - 46
  const mouth = Math.min(from.height, room.columnWidth * 0.4)
  const fall = { x: from.x + reach, y: Math.max(from.y + from.height + 12, depth), height: mouth }
  const bounded = { ...fall, y: Math.min(fall.y, room.stacked.bottom - 8) }
  return stream(link, kind, { path: falling(from, bounded), banks: [from, bounded], width: from.height })
}

function drawBack(flows: Flows, stacked: Stacked): RiverStream[] {
  const most = Math.max(1, ...flows.back.map((link) => link.count))
  return flows.back.map((link): RiverStream => {
    const from = stacked.nodes[placeOf(link.from)] ?? { x: 0, y: 0, height: 0 }
    const to = stacked.nodes[placeOf(link.to)] ?? { x: 0, y: 0, height: 0 }
    const banks = [
      { ...from, x: from.x + nodeWidth / 2 },
      { ...to, x: to.x + nodeWidth / 2 },
    ]
    const rise = Math.min(stacked.top - 8, 10 + 9 * (placeOf(link.from) - placeOf(link.to)))
    const width = Math.max(0.75, 5 * (link.count / most))
    return stream(link, 'back', { path: arc(banks, stacked.top - rise), banks, width })
  })
}

interface Drawn {
  readonly path: string
  readonly banks: readonly Bank[]
  readonly width: number
}

function stream(link: Link, kind: StreamKind, drawn: Drawn): RiverStream {
  const first = drawn.banks[0] ?? { x: 0, y: 0, height: 0 }
  const last = drawn.banks.at(-1) ?? first
  const y1 = first.y + first.height / 2
  const y2 = last.y + last.height / 2
  const place = (end: Link['from']): number | null => (end.kind === 'stage' ? end.index : null)
  return {
    kind,
    from: place(link.from),
    to: place(link.to),
    count: link.count,
    journeys: link.journeys,
    width: drawn.width,
    path: drawn.path,
    x1: first.x,
    y1,
    x2: last.x,
    y2,
    middle: { x: (first.x + last.x) / 2, y: (y1 + y2) / 2 },
  }
}

const columnWidth = (flows: Flows, box: RiverBox): number => box.columns?.[0]?.width ?? box.width / Math.max(1, flows.stages)
