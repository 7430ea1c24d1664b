import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { PersonaNumbers } from '../../../contract/personas.ts'
import { formatCount, formatMedian, formatNumber, formatRate, formatScore } from '../../../exports/format.ts'
import { scaleName } from '../../../exports/card-face.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { personaNumbersQuery } from './persona-queries.ts'

export interface NumbersPanelProps {
  readonly id: string
  readonly name: string
  readonly definition: string | undefined
}

/** A persona's real numbers; each opens its list in Explore. */
export function NumbersPanel({ id, name, definition }: NumbersPanelProps) {
  const query = useQuery({ ...personaNumbersQuery(id, definition), enabled: definition !== undefined })
  return (
    <Loaded query={query} rows={6}>
      {(numbers) =>
        numbers.segment === null ? (
          <p className="soft small">Without a rule there are no numbers: nobody has said which journeys are theirs.</p>
        ) : (
          <Figures numbers={numbers} name={name} definition={definition} segment={numbers.segment} />
        )
      }
    </Loaded>
  )
}

interface FiguresProps {
  readonly numbers: PersonaNumbers
  readonly name: string
  readonly definition: string | undefined
  readonly segment: JourneyFilter
}

function Figures({ numbers, name, definition, segment }: FiguresProps) {
  const list = (pick: MemberPick, label: string, text: string) => (
    <ListLink segment={segment} definition={definition} pick={pick} label={label}>
      {text}
    </ListLink>
  )
  const journeys = { kind: 'journeys' } as const
  const of = `Journeys of ${name}`
  return (
    <dl className="persona-figures">
      <Figure label="Journeys" note={numbers.share ? `${formatRate(numbers.share.value)} of all ${formatCount(numbers.of)}` : undefined}>
        {numbers.journeys === 0 ? '0' : list(journeys, of, formatCount(numbers.journeys))}
      </Figure>
      <Figure label="Customers">{formatCount(numbers.customers)}</Figure>
      {numbers.hasGoal && numbers.conversion ? (
        <Figure
          label="Reach the goal"
          note={`${range(numbers.conversion, formatRate)}; ${formatCount(numbers.reachedGoal)} of ${formatCount(numbers.reachedGoal + numbers.lost)} that have ended${numbers.open > 0 ? `, ${formatCount(numbers.open)} still open` : ''}`}
        >
          {numbers.reachedGoal === 0
            ? formatRate(numbers.conversion.value)
            : list({ kind: 'outcome', outcome: 'goal' }, `${of} that reached the goal`, formatRate(numbers.conversion.value))}
        </Figure>
      ) : null}
      <Figure label="Half take at most">{numbers.journeys === 0 ? '–' : list(journeys, of, formatMedian(numbers.p50Duration))}</Figure>
      <Figure label="Nine in ten at most">{numbers.journeys === 0 ? '–' : list(journeys, of, formatMedian(numbers.p90Duration))}</Figure>
      {numbers.scores.map((score) => (
        <Figure
          key={score.scale}
          label={score.scale === 'nps' ? 'NPS' : `Mean ${scaleName(score.scale)} as −1 to +1`}
          note={scoreNote(score)}
        >
          <Link
            to="/explore/$view"
            params={{ view: 'touchpoints' }}
            search={{ ...(definition ? { definition } : {}), journeys: segment }}
            className="number-link"
          >
            {score.mean === null ? 'too few' : score.nps ? formatNumber(score.nps.value, 0) : formatScore(score.mean)}
          </Link>
        </Figure>
      ))}
    </dl>
  )
}

function scoreNote(score: PersonaNumbers['scores'][number]): string {
  const n = `${formatCount(score.n)} answers`
  if (score.nps) return `${range(score.nps, (value) => formatNumber(value, 0))}; ${n}`
  return score.low === null || score.high === null ? n : `${range({ low: score.low, high: score.high }, formatScore)}; ${n}`
}

const range = ({ low, high }: { readonly low: number; readonly high: number }, format: (value: number) => string): string =>
  `${format(low)} to ${format(high)}`

interface ListLinkProps {
  readonly segment: JourneyFilter
  readonly definition: string | undefined
  readonly pick: MemberPick
  readonly label: string
  readonly children: string
}

/** A number that leads to Explore with the persona's rule as its filter and the list open. */
export function ListLink({ segment, definition, pick, label, children }: ListLinkProps) {
  return (
    <Link
      to="/explore/$view"
      params={{ view: 'river' }}
      search={{
        ...(definition ? { definition } : {}),
        journeys: segment,
        open: { of: { question: 'overview', journeys: segment }, pick, label },
      }}
      className="number-link"
      aria-label={`${children}, ${label}: open the list`}
    >
      {children}
    </Link>
  )
}

function Figure({ label, note, children }: { readonly label: string; readonly note?: string | undefined; readonly children: ReactNode }) {
  return (
    <div className="persona-figure">
      <dt>{label}</dt>
      <dd className="numeric">
        <span className="persona-value">{children}</span>
        {note === undefined ? null : <span className="faint small">{note}</span>}
      </dd>
    </div>
  )
}
