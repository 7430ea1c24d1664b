import type { Card, JourneyMap } from '../../../journey/map.ts'

/** The cards of a lane within a stage: those of each step in order, and those that speak for the whole stage. */
export interface Cell {
  readonly steps: readonly (readonly Card[])[]
  readonly whole: readonly Card[]
}
export interface LaneRow {
  readonly id: string
  /** One cell a stage, in the map's order. */
  readonly cells: readonly Cell[]
}

/** Puts every card in its cell. A card of an unknown step counts for the whole stage; one of an unknown lane or stage, and one that is hidden, is not shown. */
export function placeCards(map: Pick<JourneyMap, 'lanes' | 'stages' | 'cards'>): readonly LaneRow[] {
  const byCell = Map.groupBy(
    map.cards.filter((card) => !card.hidden),
    (card) => `${card.lane}\n${card.stage}`,
  )
  return map.lanes.map((lane) => ({
    id: lane.id,
    cells: map.stages.map((stage) => {
      const here = byCell.get(`${lane.id}\n${stage.id}`) ?? []
      const ids = new Set<string>(stage.steps.map((step) => step.id))
      return {
        steps: stage.steps.map((step) => here.filter((card) => card.step === step.id)),
        whole: here.filter((card) => card.step === undefined || !ids.has(card.step)),
      }
    }),
  }))
}
