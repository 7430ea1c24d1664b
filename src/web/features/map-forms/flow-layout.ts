import type { JourneyMap, Ribbon, StageId, Step } from '../../../journey/map.ts'

export interface FlowBox {
  readonly stage: StageId
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly steps: readonly {
    readonly step: Step
    readonly x: number
    readonly y: number
    readonly width: number
    readonly height: number
  }[]
}
/** `way`: straight to the next stage, over the stages that are skipped, under the stages one goes back, or down and away. */
export interface FlowArrow {
  readonly ribbon: Ribbon
  readonly way: 'on' | 'skip' | 'back' | 'leave' | 'enter' | 'goal'
  readonly path: string
  readonly label: { readonly x: number; readonly y: number }
  /** Stroke in pixels, by how many journeys. */
  readonly width: number
}
export interface FlowLayout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly FlowBox[]
  readonly arrows: readonly FlowArrow[]
  /** Flows that are too small to draw or still open, and their passages. */
  readonly left: { readonly flows: number; readonly passages: number }
}

const box = { width: 176, gap: 104, padding: 12, head: 30, step: 34, between: 10 } as const
const side = 76
const arc = 30
const mostArrows = 28

/**
 * A flow chart of the map in pixels: a box a stage with its steps from top to bottom, and the river's busiest flows as
 * arrows. A map without a river has arrows from stage to stage without numbers (their ribbon counts nothing).
 */
export function layoutFlow(map: Pick<JourneyMap, 'stages' | 'river'>): FlowLayout {
  const ribbons = map.river ? map.river.ribbons : inOrder(map.stages)
  const shown = ribbons
    .filter((ribbon) => ribbon.to.kind !== 'open')
    .toSorted((a, b) => b.count - a.count)
    .slice(0, mostArrows)
  const left = ribbons.filter((ribbon) => !shown.includes(ribbon))
  const index = new Map(map.stages.map((stage, place) => [stage.id as string, place]))
  const spans = shown.map((ribbon) => spanOf(ribbon, index))
  const over = 1 + Math.max(0, ...spans.map((span) => (span.way === 'skip' ? span.length : 0)))
  const under = 1 + Math.max(0, ...spans.map((span) => (span.way === 'back' ? span.length : 0)))
  const top = over * arc
  const tallest = Math.max(1, ...map.stages.map((stage) => stage.steps.length))
  const height = box.head + tallest * (box.step + box.between) + box.padding
  const boxes = map.stages.map((stage, place): FlowBox => {
    const x = side + place * (box.width + box.gap)
    return {
      stage: stage.id,
      name: stage.name,
      x,
      y: top,
      width: box.width,
      height,
      steps: stage.steps.map((step, row) => ({
        step,
        x: x + box.padding,
        y: top + box.head + row * (box.step + box.between),
        width: box.width - 2 * box.padding,
        height: box.step,
      })),
    }
  })
  const most = Math.max(1, ...shown.map((ribbon) => ribbon.count))
  const arrows = shown.flatMap((ribbon, place): FlowArrow[] => {
    const span = spans[place]
    const drawn = span && drawArrow(span, boxes)
    return drawn ? [{ ribbon, way: span.way, ...drawn, width: 1.25 + 6 * (ribbon.count / most) }] : []
  })
  return {
    width: 2 * side + Math.max(1, map.stages.length) * (box.width + box.gap) - box.gap,
    height: top + height + under * arc + 44,
    boxes,
    arrows,
    left: { flows: left.length, passages: left.reduce((sum, ribbon) => sum + ribbon.count, 0) },
  }
}

interface Span {
  readonly way: FlowArrow['way']
  readonly from: number
  readonly to: number
  /** Stages between. */
  readonly length: number
}

function spanOf({ from, to }: Ribbon, index: ReadonlyMap<string, number>): Span {
  const start = from.kind === 'stage' ? (index.get(from.stage) ?? 0) : -1
  const end = to.kind === 'stage' ? (index.get(to.stage) ?? 0) : -1
  if (from.kind !== 'stage') return { way: 'enter', from: end, to: end, length: 0 }
  if (to.kind === 'goal') return { way: 'goal', from: start, to: start, length: 0 }
  if (to.kind !== 'stage') return { way: 'leave', from: start, to: start, length: 0 }
  if (end === start + 1) return { way: 'on', from: start, to: end, length: 1 }
  return end > start
    ? { way: 'skip', from: start, to: end, length: end - start }
    : { way: 'back', from: start, to: end, length: Math.max(1, start - end) }
}

type Drawn = Pick<FlowArrow, 'path' | 'label'>

function drawArrow({ way, from, to, length }: Span, boxes: readonly FlowBox[]): Drawn | undefined {
  const start = boxes[from]
  const end = boxes[to]
  if (!start || !end) return undefined
  const middle = start.y + start.height / 2
  const right = start.x + start.width
  const bottom = start.y + start.height
  switch (way) {
    case 'on':
      return { path: `M${right} ${middle}H${end.x - 7}`, label: { x: (right + end.x) / 2, y: middle - 9 } }
    case 'enter':
      return { path: `M${start.x - 62} ${middle - 26}H${start.x - 7}`, label: { x: start.x - 36, y: middle - 35 } }
    case 'goal':
      return { path: `M${right} ${middle + 30}H${right + 56}`, label: { x: right + 32, y: middle + 48 } }
    case 'leave':
      return {
        path: `M${start.x + start.width * 0.5} ${bottom}V${bottom + 30}`,
        label: { x: start.x + start.width * 0.5, y: bottom + 46 },
      }
    case 'skip': {
      const high = start.y - arc * length
      const [a, b] = [start.x + start.width * 0.75, end.x + end.width * 0.25]
      return {
        path: `M${a} ${start.y}C${a} ${high} ${b} ${high} ${b} ${end.y - 7}`,
        label: { x: (a + b) / 2, y: start.y - arc * length * 0.75 - 5 },
      }
    }
    case 'back': {
      const low = bottom + arc * length
      const [a, b] = from === to ? [start.x + 44, start.x + 18] : [start.x + start.width * 0.25, end.x + end.width * 0.75]
      return {
        path: `M${a} ${bottom}C${a} ${low} ${b} ${low} ${b} ${bottom + 7}`,
        label: { x: (a + b) / 2, y: bottom + arc * length * 0.75 + 13 },
      }
    }
  }
}

const inOrder = (stages: JourneyMap['stages']): readonly Ribbon[] =>
  stages.slice(1).map((stage, place) => ({
    from: { kind: 'stage', stage: stages[place]?.id ?? stage.id },
    to: { kind: 'stage', stage: stage.id },
    count: 0,
    journeys: 0,
  }))
