import { cellKey, type Layout } from '../../document/read-layout.ts'
import type { Card, CardId, JourneyMap, StepId } from '../../journey/map.ts'

/** What the editor draws from: the layout and each card by itself, so that one changed card is one thing to draw. */
export interface MapStore {
  layout(): Layout
  card(id: CardId): Card | undefined
  /** The map without regard to its cards: title, river, curves, personas. Its cards may be old or missing. */
  frame(): JourneyMap
  /** The whole map as it is now. */
  whole(): JourneyMap
}

/** What changed at once, for a store's listeners. */
export interface Touched {
  readonly layout: boolean
  readonly frame: boolean
  /** Stages, steps or lanes came, went or were joined: any card may lie elsewhere now, though nothing about the card changed. */
  readonly places: boolean
  readonly cards: ReadonlySet<string>
}

/** A map as it came from the server, to be looked at until the live one is here. */
export function stillStore(map: JourneyMap): MapStore {
  const cards = new Map(map.cards.map((card) => [card.id, card]))
  const layout = layoutOf(map)
  return { layout: () => layout, card: (id) => cards.get(id), frame: () => map, whole: () => map }
}

function layoutOf(map: JourneyMap): Layout {
  const steps = new Map(map.stages.map((stage) => [stage.id, new Set<string>(stage.steps.map((step) => step.id))]))
  const cells = new Map<string, CardId[]>()
  for (const card of map.cards) {
    const step: StepId | null = card.step !== undefined && steps.get(card.stage)?.has(card.step) ? card.step : null
    const key = cellKey(card.lane, card.stage, step)
    const cell = cells.get(key)
    if (cell) cell.push(card.id)
    else cells.set(key, [card.id])
  }
  return { stages: map.stages, lanes: map.lanes, cells }
}
