import { formatRate, formatScore } from '../../../exports/format.ts'
import type { EventFilter, JourneyFilter, Outcome } from '../../../journey/filter.ts'
import type { ArchetypeRow } from '../../../journey/methods/archetypes.ts'
import { Button } from '../../ui/button.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { outcomeNames } from './outcome-names.ts'

export interface ArchetypeCardProps {
  readonly row: ArchetypeRow
  readonly filter: JourneyFilter
  readonly events: EventFilter | undefined
  readonly colours: ReadonlyMap<string, string>
  readonly hasGoal: boolean
  readonly chosen: boolean
  readonly onChoose: () => void
}

const shownSteps = 9

/** One archetype at a glance. */
export function ArchetypeCard({ row, filter, events, colours, hasGoal, chosen, onChoose }: ArchetypeCardProps) {
  const { open } = useExplore()
  const of = { question: 'overview', ...(events ? { events } : {}), journeys: filter } as const
  const path = row.representative.slice(0, shownSteps)
  return (
    <li className={chosen ? 'archetype archetype-chosen' : 'archetype'}>
      <header>
        <h2>{row.name}</h2>
        <p>
          <NumberButton
            value={row.journeys}
            label={`journeys of ${row.name}`}
            onOpen={() => open(of, { kind: 'journeys' }, `Journeys of “${row.name}”`)}
          />{' '}
          <span className="soft">journeys, {formatRate(row.share)} of all</span>
        </p>
      </header>
      {hasGoal ? (
        <OutcomeBar row={row} onOpen={(outcome) => open(of, { kind: 'outcome', outcome }, `“${row.name}”: ${outcomeNames[outcome]}`)} />
      ) : null}
      <Feeling row={row} />
      <div>
        <p className="small soft">A journey of theirs</p>
        <div className="archetype-path">
          {path.map((name, index) => (
            <span key={index} className="touch-chip" style={{ borderInlineStartColor: colours.get(name) }}>
              {name}
            </span>
          ))}
          {row.representative.length > shownSteps ? (
            <span className="faint small">and {row.representative.length - shownSteps} more</span>
          ) : null}
        </div>
        <p className="small soft">
          {row.representativeJourneys === 1 ? 'One journey went' : `${row.representativeJourneys} journeys went`} exactly so; the others are
          like it to {row.similarity.toFixed(2)} of 1.
        </p>
      </div>
      <Traits row={row} />
      <div>
        <Button small onPress={onChoose} aria-pressed={chosen}>
          {chosen ? 'Close' : 'Look closely'}
        </Button>
      </div>
    </li>
  )
}

function OutcomeBar({ row, onOpen }: { readonly row: ArchetypeRow; readonly onOpen: (outcome: Outcome) => void }) {
  const goal = row.outcomes.find(({ outcome }) => outcome === 'goal')
  return (
    <div>
      <div className="outcome-bar" aria-hidden>
        {row.outcomes.map(({ outcome, value }) => (
          <span key={outcome} className={`outcome-${outcome}`} style={{ flexGrow: value ?? 0 }} />
        ))}
      </div>
      <p className="small">
        {goal === undefined || goal.value === null ? (
          'No journeys.'
        ) : (
          <>
            <strong>{formatRate(goal.value)}</strong> reach the goal{' '}
            <span className="soft">
              (95 % interval {formatRate(goal.low ?? 0)} to {formatRate(goal.high ?? 0)})
            </span>
          </>
        )}
      </p>
      <ul className="outcome-list small">
        {row.outcomes.map(({ outcome, journeys }) => (
          <li key={outcome}>
            <span className={`outcome-mark outcome-${outcome}`} aria-hidden />
            <NumberButton
              value={journeys}
              label={`journeys of ${row.name}: ${outcomeNames[outcome]}`}
              onOpen={() => onOpen(outcome)}
            />{' '}
            {outcomeNames[outcome]}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Feeling({ row: { emotion } }: { readonly row: ArchetypeRow }) {
  if (emotion.value === null)
    return (
      <p className="small soft">
        {emotion.n === 0 ? 'Nobody of them gave a score.' : `Too few scores to tell how they feel (${emotion.n}).`}
      </p>
    )
  return (
    <p className="small">
      They feel <strong>{formatScore(emotion.value)}</strong>{' '}
      <span className="soft">
        ({formatScore(emotion.low)} to {formatScore(emotion.high)}, n = {emotion.n})
      </span>
    </p>
  )
}

function Traits({ row: { traits, segments } }: { readonly row: ArchetypeRow }) {
  const told = segments.filter(({ value, share, elsewhere }) => value !== '' && Math.abs(share - elsewhere) >= 0.1).slice(0, 2)
  const lines = [
    ...traits.slice(0, 3).map(({ touchpoint, here, elsewhere }) => ({ what: touchpoint, here, elsewhere })),
    ...told.map(({ property, value, share, elsewhere }) => ({ what: `${property}: ${value}`, here: share, elsewhere })),
  ]
  if (lines.length === 0) return null
  return (
    <table className="archetype-traits small">
      <thead>
        <tr>
          <th scope="col">What sets them apart</th>
          <th scope="col">Here</th>
          <th scope="col">Else</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, here, elsewhere }) => (
          <tr key={what}>
            <th scope="row">{what}</th>
            <td className="numeric">{formatRate(here)}</td>
            <td className="numeric soft">{formatRate(elsewhere)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
