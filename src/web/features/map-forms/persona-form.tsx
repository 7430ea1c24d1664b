import './map-forms.css'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { cardSentence } from '../../../exports/card-face.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import { formatScore } from '../../../exports/format.ts'
import { emotionColour } from '../../../exports/look/colour.ts'
import type { JourneyMap, Stage } from '../../../journey/map.ts'
import type { Persona } from '../../../journey/persona.ts'
import { Empty } from '../../ui/empty.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { usePalette } from '../../ui/theme.ts'
import type { MapActions } from '../map/map-body.tsx'
import { personaCurve } from './persona-curve.ts'

interface PersonaFormProps {
  readonly map: JourneyMap
  readonly actions: MapActions
  /** Where a persona's picture is fetched from; undefined where it has none. */
  readonly pictureOf?: (persona: Persona) => string | undefined
}

/** The map around one persona: who they are, how they feel from stage to stage, and what speaks for them. */
export function PersonaForm({ map, actions, pictureOf }: PersonaFormProps) {
  const [chosen, setChosen] = useState(map.personas[0]?.id)
  const persona = map.personas.find(({ id }) => id === chosen) ?? map.personas[0]
  if (!persona) {
    return (
      <Empty
        title="Nobody walks this map yet"
        actions={
          <Link from="/maps/$map" to="/maps/$map" className="button" search={(old) => ({ ...old, panel: 'personas' as const })}>
            Choose a persona
          </Link>
        }
      >
        Put a persona on the map to see it through their eyes: who they are, how each stage feels to them, and what was written for them.
      </Empty>
    )
  }
  const picture = pictureOf?.(persona)
  return (
    <div className="persona-form">
      {map.personas.length > 1 ? (
        <Segmented
          label="Persona"
          value={persona.id}
          choices={map.personas.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      ) : null}
      <header className="persona-head">
        {picture === undefined ? (
          <span className="persona-initials" aria-hidden>
            {initials(persona.name)}
          </span>
        ) : (
          <img src={picture} alt="" />
        )}
        <div>
          <h2>{persona.name}</h2>
          <p>{persona.summary}</p>
        </div>
      </header>
      <div className="persona-traits">
        <Trait title="Goals" lines={persona.goals} />
        <Trait title="Needs" lines={persona.needs} />
        <Trait title="Pains" lines={persona.pains} />
        <Trait title="Motivations" lines={persona.motivations} />
        <Trait title="Behaviours" lines={persona.behaviours} />
        <Trait title="Channels" lines={persona.channels} />
        <Trait title="In their words" lines={persona.quotes} />
      </div>
      <ol className="persona-stages">
        {map.stages.map((stage, place) => (
          <StageOf key={stage.id} map={map} stage={stage} place={place} persona={persona} actions={actions} />
        ))}
      </ol>
    </div>
  )
}

function Trait({ title, lines }: { readonly title: string; readonly lines: readonly string[] | undefined }) {
  if (!lines || lines.length === 0) return null
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

interface StageOfProps {
  readonly map: JourneyMap
  readonly stage: Stage
  readonly place: number
  readonly persona: Persona
  readonly actions: MapActions
}
function StageOf({ map, stage, place, persona, actions }: StageOfProps) {
  const palette = usePalette()
  const drawn = useMemo(() => personaCurve(map, persona.id)[place] ?? null, [map, persona.id, place])
  const measured = useMemo(() => stageMoods(map)[place] ?? null, [map, place])
  const cards = map.cards.filter(
    (card) => card.stage === stage.id && !card.hidden && (card.personas === undefined || card.personas.includes(persona.id)),
  )
  return (
    <li>
      <h3>{stage.name}</h3>
      <p className="small persona-mood">
        <span className="persona-dot" style={{ background: emotionColour(drawn ?? measured, palette) }} aria-hidden />
        {drawn === null ? '' : `We believe ${formatScore(drawn)}. `}
        {measured === null ? 'Not measured.' : `All customers ${formatScore(measured)}.`}
      </p>
      {map.lanes.map((lane) => {
        const here = cards.filter((card) => card.lane === lane.id).slice(0, 5)
        return here.length === 0 ? null : (
          <section key={lane.id}>
            <h4>{lane.name}</h4>
            <ul>
              {here.map((card) => (
                <li key={card.id}>
                  <button type="button" className="link-button" onClick={() => actions.openCard(card.id)}>
                    {cardSentence(card)}
                  </button>
                  {card.personas ? <b className="small persona-own"> for {persona.name}</b> : null}
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </li>
  )
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0] ?? '')
    .join('')
    .toUpperCase()
