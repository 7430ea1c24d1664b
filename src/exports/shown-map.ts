import type { JourneyMap } from '../journey/map.ts'

/** The map as it is drawn: without the cards that people hid, and steps that open a map say so. */
export function shownMap(map: JourneyMap): JourneyMap {
  return {
    ...map,
    stages: map.stages.map((stage) => ({
      ...stage,
      steps: stage.steps.map((step) => (step.map === undefined ? step : { ...step, name: `${step.name} ↗` })),
    })),
    cards: map.cards.filter((card) => card.hidden !== true),
  }
}
