import type { Card, JourneyMap, Lane } from '../../journey/map.ts'
import { wrapText } from '../text/wrap-text.ts'
import { type } from '../tokens.ts'
import { layoutCard } from './card.ts'
import type { MapLayout, MapOptions, PlacedCard, PlacedLane, PlacedStage } from './map-types.ts'

/**
 * Where everything of a map lies: stages with their steps side by side, lanes one under the other as high as their
 * cards need, every card with its lines. Cards that name a lane, stage or step the map lacks: an unknown step counts as
 * the whole stage; an unknown lane or stage is left out.
 */
export function layoutMap(map: JourneyMap, options: MapOptions = {}): MapLayout {
  const laneHeadWidth = options.laneHeadWidth ?? 128
  const target = (options.width ?? defaultWidth) - laneHeadWidth
  const count = map.stages.reduce((sum, stage) => sum + Math.max(1, stage.steps.length), 0)
  const detail = options.detail ?? (count * narrowestStep <= target ? 'steps' : 'stages')
  const stages = placeStages(map, { from: laneHeadWidth, target, detail })
  const byCell = Map.groupBy(map.cards, (card) => `${card.lane}\n${card.stage}`)
  const lanes: PlacedLane[] = []
  let y = 0
  for (const lane of map.lanes) {
    const placed = placeLane(lane, stages, {
      y,
      detail,
      headWidth: laneHeadWidth,
      cardsOf: (stage) => byCell.get(`${lane.id}\n${stage}`) ?? [],
    })
    lanes.push(placed)
    y += placed.height
  }
  const last = stages.at(-1)
  return {
    width: last ? last.x + last.width : (options.width ?? defaultWidth),
    laneHeadWidth,
    detail,
    stages,
    stageNameHeight: Math.max(1, ...stages.map((stage) => stage.nameLines.length)) * type.heading.line,
    stepHeight: Math.max(1, ...stages.flatMap((stage) => stage.steps.map((step) => step.lines.length))) * type.small.line,
    lanes,
    lanesHeight: y,
  }
}

export const stageGap = 14
export const cardGap = 7
const defaultWidth = 1840
const narrowestStep = 132
const widestStep = 460
const narrowestStage = 214
const laneRoom = 10
const stepStyle = { size: type.small.size, weight: 600 }
const stageStyle = { size: type.heading.size, weight: 600 }

function placeStages(map: JourneyMap, room: Room): PlacedStage[] {
  const weights = map.stages.map((stage) => stageWeight(stage.steps.length, room.detail))
  const unit =
    room.target /
    Math.max(
      1,
      weights.reduce((sum, weight) => sum + weight, 0),
    )
  let x = room.from
  return map.stages.map((stage, index): PlacedStage => {
    const count = Math.max(1, stage.steps.length)
    const width = Math.round(widthOf(count, unit * (weights[index] ?? 1), room.detail))
    const start = x
    x += width
    const each = (width - stageGap) / count
    return {
      stage,
      index,
      x: start,
      width,
      nameLines: wrapText(stage.name, stageStyle, { width: width - stageGap - 26, lines: 3 }),
      steps: stage.steps.map((step, place) => ({
        step,
        x: start + place * each,
        width: each,
        lines: wrapText(step.name, stepStyle, { width: each - cardGap, lines: 3 }),
      })),
    }
  })
}

interface Room {
  readonly from: number
  readonly target: number
  readonly detail: 'steps' | 'stages'
}

/** With a column a step, room goes by steps; without, a stage of many steps gets more room, but not in proportion. */
const stageWeight = (steps: number, detail: Room['detail']): number =>
  detail === 'steps' ? Math.max(1, steps) : Math.sqrt(Math.max(1, steps) + 1)

function widthOf(steps: number, fair: number, detail: Room['detail']): number {
  if (detail === 'stages') return Math.max(narrowestStage, fair)
  return Math.max(narrowestStage, Math.min(widestStep * steps, Math.max(narrowestStep * steps, fair)))
}

interface LaneRoom {
  readonly detail: Room['detail']
  readonly y: number
  readonly headWidth: number
  readonly cardsOf: (stage: string) => readonly Card[]
}

function placeLane(lane: Lane, stages: readonly PlacedStage[], room: LaneRoom): PlacedLane {
  const nameLines = wrapText(lane.name, { size: type.card.size, weight: 600 }, { width: room.headWidth - 28, lines: 4 })
  const cards: PlacedCard[] = []
  const empty: number[] = []
  for (const stage of stages) {
    const here = room.cardsOf(stage.stage.id)
    if (here.length === 0) empty.push(stage.index)
    else cards.push(...(room.detail === 'steps' ? placeCell : placeTogether)(here, stage, room.y + laneRoom))
  }
  const bottom = Math.max(
    room.y + laneRoom + 24,
    room.y + laneRoom + nameLines.length * type.card.line,
    ...cards.map((card) => card.y + card.height),
  )
  return { lane, y: room.y, height: bottom + laneRoom - room.y, nameLines, cards, empty }
}

/** Cards of steps under their steps; below them the cards that speak for the whole stage. */
function placeCell(cards: readonly Card[], stage: PlacedStage, top: number): PlacedCard[] {
  const known = new Set(stage.steps.map((step) => step.step.id))
  const whole = cards.filter((card) => card.step === undefined || !known.has(card.step))
  const placed = stage.steps.flatMap((step) =>
    stackCards(
      cards.filter((card) => card.step === step.step.id),
      [{ x: step.x, width: step.width - cardGap }],
      { top },
    ),
  )
  const below = Math.max(top, ...placed.map((card) => card.y + card.height + cardGap))
  return [...placed, ...stackCards(whole, wholeColumns(stage), { top: below })]
}

/** All cards of the cell side by side, in the order of the steps. */
function placeTogether(cards: readonly Card[], stage: PlacedStage, top: number): PlacedCard[] {
  const steps = stage.steps.map((step) => step.step)
  const place = (card: Card): number => steps.findIndex((step) => step.id === card.step)
  const sorted = cards.toSorted((a, b) => place(a) - place(b))
  return stackCards(sorted, wholeColumns(stage, 118), { top, names: new Map(steps.map((step) => [String(step.id), step.name])) })
}

function wholeColumns(stage: PlacedStage, narrowest = 183): { readonly x: number; readonly width: number }[] {
  const room = stage.width - stageGap
  const count = Math.max(1, Math.floor((room + cardGap) / (narrowest + cardGap)))
  const each = room / count
  return Array.from({ length: count }, (_, index) => ({ x: stage.x + index * each, width: each - cardGap }))
}

interface Stack {
  readonly top: number
  /** Names of the steps, where a card has to say its own. */
  readonly names?: ReadonlyMap<string, string>
}

/** Each card on top of the shortest column. */
function stackCards(
  cards: readonly Card[],
  columns: readonly { readonly x: number; readonly width: number }[],
  stack: Stack,
): PlacedCard[] {
  const bottoms = columns.map(() => stack.top)
  return cards.map((card) => {
    const place = bottoms.indexOf(Math.min(...bottoms))
    const column = columns[place] ?? { x: 0, width: 100 }
    const laid = layoutCard(card, column.width, stack.names?.get(String(card.step)))
    const y = bottoms[place] ?? stack.top
    bottoms[place] = y + laid.height + cardGap
    return { ...laid, x: column.x, y }
  })
}
