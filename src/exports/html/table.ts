import type { Card, JourneyMap, Lane, Stage } from '../../journey/map.ts'
import { cardFace } from '../card-face.ts'
import { formatCount, plural } from '../format.ts'
import type { MapLayout } from '../layout/map-types.ts'
import { hasGoal, stageFigures } from '../map-words.ts'
import { escapeText as text } from '../svg/element.ts'
import { curveWords } from '../svg/flow.ts'
import { standings } from '../tokens.ts'
import { emotionSvg, riverSvg } from './drawings.ts'

/** The map as a real table: stages across, river, curve and lanes down; cards are buttons numbered by their place in the map. */
export function mapTable(map: JourneyMap, layout: MapLayout): string {
  const columns = layout.stages.map((stage) => `<col width="${stage.width}">`).join('')
  const heads = map.stages.map((stage, index) => `<th scope="col">${stageHead(stage, index, hasGoal(map))}</th>`).join('')
  const river = riverSvg(map, layout, { ids: 'r', focusable: true })
  const emotion = emotionSvg(map, layout)
  const width = layout.width
  const numbers = new Map(map.cards.map((card, index) => [card, index]))
  const byCell = Map.groupBy(map.cards, (card) => `${card.lane}\n${card.stage}`)
  const lanes = map.lanes.map((lane) => laneRow(lane, map, { numbers, cardsOf: (stage) => byCell.get(`${lane.id}\n${stage.id}`) ?? [] }))
  return (
    `<table class="map" width="${width}"><caption class="visually-hidden">${text(map.title)}: stages across, lanes down</caption><colgroup><col class="heads" width="${layout.laneHeadWidth}">${columns}</colgroup>` +
    `<thead><tr><td class="corner"></td>${heads}</tr></thead><tbody>` +
    (river === ''
      ? ''
      : drawingRow(
          map,
          'River',
          `${plural(map.river?.journeys ?? 0, 'journey')}. Width is how many pass, colour how they feel.`,
          `${river}<output id="river-said"></output>`,
        )) +
    (emotion === '' ? '' : drawingRow(map, 'Emotion', `−1 to +1. ${curveWords(map)}`, emotion)) +
    `${lanes.join('')}</tbody></table>${river === '' ? '<output id="river-said" hidden></output>' : ''}`
  )
}

function stageHead(stage: Stage, index: number, goal: boolean): string {
  const figures = stageFigures(stage.numbers, goal).map(
    (figure) =>
      `<div${figure.bad ? ' class="bad"' : ''} title="${text(figure.said)}"><dt>${text(figure.caption)}</dt><dd>${text(figure.value)}</dd></div>`,
  )
  return `<div class="stage" title="${text(stage.purpose)}"><span class="no">${index + 1}</span><div class="title" dir="auto">${text(stage.name)}</div>${figures.length === 0 ? '' : `<dl>${figures.join('')}</dl>`}</div>`
}

// oxlint-disable-next-line max-params -- a row is exactly these four
function drawingRow(map: JourneyMap, name: string, note: string, drawing: string): string {
  return `<tr><th scope="row"><span class="name">${name}</span><span class="note">${text(note)}</span></th><td class="drawing" colspan="${Math.max(1, map.stages.length)}">${drawing}</td></tr>`
}

interface Cells {
  readonly numbers: ReadonlyMap<Card, number>
  readonly cardsOf: (stage: Stage) => readonly Card[]
}

function laneRow(lane: Lane, map: JourneyMap, cells: Cells): string {
  const filled = map.stages.map((stage) => cells.cardsOf(stage))
  const head = `<th scope="row"><span class="name lane-${lane.kind}" dir="auto">${text(lane.name)}</span></th>`
  if (filled.every((cards) => cards.length === 0)) {
    return `<tr class="lane">${head}<td class="empty" colspan="${Math.max(1, map.stages.length)}">${text(lane.hint === '' ? 'Nothing here yet' : lane.hint)}</td></tr>`
  }
  const columns = filled.map((cards) =>
    cards.length === 0
      ? '<td class="empty"><span class="visually-hidden">nothing</span></td>'
      : `<td><ul class="cards">${cards.map((card) => `<li>${cardButton(card, cells.numbers.get(card) ?? 0)}</li>`).join('')}</ul></td>`,
  )
  return `<tr class="lane">${head}${columns.join('')}</tr>`
}

function cardButton(card: Card, number: number): string {
  const face = cardFace(card)
  const piece = (kind: string, words: string | undefined): string =>
    words === undefined ? '' : `<span class="${kind}" dir="auto">${text(words)}</span>`
  const meter =
    face.meter === undefined
      ? ''
      : `<meter min="0" max="1" value="${Math.round(Math.min(1, Math.max(0, face.meter)) * 1000) / 1000}" aria-hidden="true"></meter>`
  const plain = card.body.kind === 'text' || face.quoted ? 'title plain' : 'title'
  const n = card.standing.n === undefined || card.body.kind === 'verbatim' ? '' : ` · n ${formatCount(card.standing.n)}`
  return (
    `<button type="button" tabindex="-1" class="card${face.painful ? ' pain' : ''}" data-card="${number}" data-standing="${card.standing.kind}">` +
    `${picture(face.image, face.title)}${piece('tag', face.tag)}${piece(plain, face.title)}${piece('figure', face.figure)}${meter}${piece('detail', face.detail)}${piece('note', face.note)}` +
    `<span class="sign">${standings[card.standing.kind].label}${n}</span></button>`
  )
}

/** A picture from inside the file; its address is data alone, which cannot end the attribute. */
const picture = (address: string | undefined, alt: string): string =>
  address === undefined ? '' : `<img class="picture" alt="${text(alt)}" src="${text(address)}">`
