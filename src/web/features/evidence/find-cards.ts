import { cardFace } from '../../../exports/card-face.ts'
import type { JourneyMap } from '../../../journey/map.ts'

export interface CardChoice {
  readonly id: string
  readonly title: string
  readonly place: string
}

/** Cards of a map that hold every word of `wanted` in their text, stage, step or lane, in the order of the map; at most `most`. */
export function findCards(map: JourneyMap, wanted: string, most: number): readonly CardChoice[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  const stages = new Map(map.stages.map((stage, order) => [stage.id, { stage, order }]))
  const lanes = new Map(map.lanes.map((lane) => [lane.id, lane.name]))
  return map.cards
    .map((card) => {
      const at = stages.get(card.stage)
      const step = at?.stage.steps.find((one) => one.id === card.step)
      const place = [at?.stage.name, step?.name, lanes.get(card.lane)].filter(Boolean).join(' · ')
      return { id: card.id, title: cardFace(card).title, place, order: at?.order ?? 0 }
    })
    .filter(({ title, place }) => words.every((word) => `${title} ${place}`.toLowerCase().includes(word)))
    .sort((a, b) => a.order - b.order)
    .slice(0, most)
    .map(({ id, title, place }) => ({ id, title, place }))
}
