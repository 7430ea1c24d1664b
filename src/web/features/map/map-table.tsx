import { useMemo } from 'react'
import { cardSentence } from '../../../exports/card-face.ts'
import { formatCount, formatScore } from '../../../exports/format.ts'
import { hasGoal, stageFigures } from '../../../exports/map-words.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import type { Card, CardId, JourneyMap } from '../../../journey/map.ts'
import { placeCards } from './place-cards.ts'

/** The whole map as a plain table: stages are columns, lanes are rows, each card a line with its standing. */
export function MapTable({ map, onOpenCard }: { readonly map: JourneyMap; readonly onOpenCard: (id: CardId) => void }) {
  const rows = useMemo(() => placeCards(map), [map])
  const moods = useMemo(() => stageMoods(map), [map])
  return (
    <div className="map-table table-wrap" tabIndex={0} role="group" aria-label="The map as a table">
      <table className="table">
        <caption className="visually-hidden">{map.title}</caption>
        <thead>
          <tr>
            <td />
            {map.stages.map((stage) => (
              <th key={stage.id} scope="col">
                {stage.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Numbers</th>
            {map.stages.map((stage) => (
              <td key={stage.id}>
                {stageFigures(stage.numbers, hasGoal(map))
                  .map((figure) => figure.said)
                  .join('; ')}
              </td>
            ))}
          </tr>
          <tr>
            <th scope="row">Emotion</th>
            {map.stages.map((stage, index) => (
              <td key={stage.id}>{moods[index] === null ? 'not measured' : formatScore(moods[index] ?? null)}</td>
            ))}
          </tr>
          {map.lanes.map((lane, place) => (
            <tr key={lane.id}>
              <th scope="row">{lane.name}</th>
              {map.stages.map((stage, index) => (
                <td key={stage.id}>
                  <Cards
                    cards={[...(rows[place]?.cells[index]?.steps.flat() ?? []), ...(rows[place]?.cells[index]?.whole ?? [])]}
                    onOpenCard={onOpenCard}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {map.river ? <RiverTable map={map} /> : null}
    </div>
  )
}

function Cards({ cards, onOpenCard }: { readonly cards: readonly Card[]; readonly onOpenCard: (id: CardId) => void }) {
  if (cards.length === 0) return <span className="faint">no data</span>
  return (
    <ul className="table-cards">
      {cards.map((card) => (
        <li key={card.id}>
          <button type="button" className="link-button" onClick={() => onOpenCard(card.id)}>
            {cardSentence(card)}
          </button>{' '}
          <span className="faint small">({card.standing.kind})</span>
        </li>
      ))}
    </ul>
  )
}

function RiverTable({ map }: { readonly map: JourneyMap }) {
  const words = { start: 'Start', goal: 'Goal', lost: 'Left without the goal', open: 'Still open' } as const
  return (
    <table className="table river-table">
      <caption>The river: passages between stages</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col" className="end">
            Passages
          </th>
          <th scope="col" className="end">
            Journeys
          </th>
        </tr>
      </thead>
      <tbody>
        {map.river?.ribbons.map((ribbon, index) => (
          <tr key={index}>
            <td>{ribbon.from.kind === 'stage' ? ribbon.from.stage : words[ribbon.from.kind]}</td>
            <td>{ribbon.to.kind === 'stage' ? ribbon.to.stage : words[ribbon.to.kind]}</td>
            <td className="end">{formatCount(ribbon.count)}</td>
            <td className="end">{formatCount(ribbon.journeys)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
