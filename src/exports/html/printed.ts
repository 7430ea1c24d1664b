import type { JourneyMap, Stage } from '../../journey/map.ts'
import { cardSentence } from '../card-face.ts'
import type { MapLayout } from '../layout/map-types.ts'
import { hasGoal, stageFigures } from '../map-words.ts'
import { escapeText as text } from '../svg/element.ts'
import { standings } from '../tokens.ts'
import { emotionSvg, riverSvg } from './drawings.ts'

/** What is printed instead of the wide table: the drawings on the first page, then a page for every stage. */
export function printedMap(map: JourneyMap, layout: MapLayout): string {
  const drawings = riverSvg(map, layout, { ids: 'p', focusable: false }) + emotionSvg(map, layout)
  const names = map.stages.map((stage, index) => `${index + 1} ${stage.name}`).join('  ·  ')
  return `<div class="printed" aria-hidden="true"><p>${text(names)}</p>${drawings}${map.stages.map((stage) => stagePage(stage, map)).join('')}</div>`
}

function stagePage(stage: Stage, map: JourneyMap): string {
  const numbers = stageFigures(stage.numbers, hasGoal(map))
    .map((figure) => figure.said)
    .join(' · ')
  const rows = map.lanes.map((lane) => {
    const cards = map.cards.filter((card) => card.lane === lane.id && card.stage === stage.id)
    const items = cards.map((card) => `<li>${text(cardSentence(card))} <small>(${standings[card.standing.kind].label})</small></li>`)
    return `<tr><th>${text(lane.name)}</th><td>${items.length === 0 ? '–' : `<ul>${items.join('')}</ul>`}</td></tr>`
  })
  return `<section><h2>${text(stage.name)}</h2><p class="numbers">${text(numbers)}</p><table>${rows.join('')}</table></section>`
}
