import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { formatCount, formatMedian, formatRate } from '../../../exports/format.ts'
import type { PersonaRecord } from '../../../contract/personas.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import type { MethodQuestion } from '../../../journey/method.ts'
import type { ArchetypeRow } from '../../../journey/methods/archetypes.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { useDefinition, useExplore } from '../explore/use-explore.ts'

export interface ArchetypeDetailProps {
  readonly row: ArchetypeRow
  readonly question: MethodQuestion<'archetypes'>
  readonly filter: JourneyFilter
}

/** Touchpoints of one archetype in order, its steps with the time between, its segments, and what to do with it. */
export function ArchetypeDetail({ row, question, filter }: ArchetypeDetailProps) {
  const { search } = useExplore()
  const navigate = useNavigate()
  return (
    <section className="archetype-detail" aria-label={`${row.name} closely`}>
      <div className="spread">
        <h2>{row.name}</h2>
        <div className="row">
          <Button
            small
            onPress={() => {
              const { with: _with, open: _open, ...kept } = search
              void navigate({ to: '/explore/$view', params: { view: 'river' }, search: { ...kept, journeys: filter } })
            }}
          >
            Show only these journeys
          </Button>
          <MakePersona row={row} question={question} />
        </div>
      </div>
      <p className="soft small">
        {row.events.toFixed(1)} events on average; half of them last up to {formatMedian(row.p50Duration).replace(/^median /, '')}.{' '}
        <Rule row={row} />
      </p>
      <div className="archetype-tables">
        <Touchpoints row={row} question={question} filter={filter} />
        <Steps row={row} question={question} filter={filter} />
        <Segments row={row} />
      </div>
    </section>
  )
}

function Rule({ row: { rule } }: { readonly row: ArchetypeRow }) {
  const conditions = [...rule.reached.map((name) => `reached ${name}`), ...rule.notReached.map((name) => `did not reach ${name}`)]
  if (conditions.length === 0) return null
  return (
    <>
      The nearest simple rule: journeys that {conditions.join(' and ')}; {formatRate(rule.precision)} of those are of this archetype, and it
      takes {formatRate(rule.recall)} of them.
    </>
  )
}

function MakePersona({ row, question }: Pick<ArchetypeDetailProps, 'row' | 'question'>) {
  const { definition } = useDefinition()
  const client = useQueryClient()
  const navigate = useNavigate()
  const make = useMutation({
    mutationFn: () =>
      request<PersonaRecord>('/personas/from-archetype', {
        method: 'POST',
        body: { question, number: row.number, ...(definition === undefined ? {} : { definition }) },
      }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['personas'] })
      await navigate({ to: '/personas/$persona', params: { persona: id } })
    },
  })
  return (
    <>
      <Button small look="primary" isDisabled={make.isPending} onPress={() => make.mutate()}>
        {make.isPending ? 'Drafting…' : 'Draft a persona'}
      </Button>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
    </>
  )
}

const asked = (filter: JourneyFilter, { events }: MethodQuestion<'archetypes'>) => ({ ...(events ? { events } : {}), journeys: filter })

function Touchpoints({ row, question, filter }: ArchetypeDetailProps) {
  const { open } = useExplore()
  const shown = row.touchpoints.filter(({ reach }) => reach >= 0.05)
  return (
    <table className="archetype-table">
      <caption>Touchpoints, in the order they come</caption>
      <thead>
        <tr>
          <th scope="col">Touchpoint</th>
          <th scope="col">Journeys</th>
          <th scope="col">Reach</th>
          <th scope="col">Else</th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ touchpoint, journeys, reach, elsewhere, position }) => (
          <tr key={touchpoint}>
            <th scope="row">
              <span className="place-track" title={`median place ${Math.round(position * 100)} % of the way`}>
                <span className="place-dot" style={{ insetInlineStart: `${position * 100}%` }} />
              </span>
              {touchpoint}
            </th>
            <td>
              <NumberButton
                value={journeys}
                label={`journeys of ${row.name} that reach ${touchpoint}`}
                onOpen={() =>
                  open(
                    { question: 'touchpoints', ...asked(filter, question) },
                    { kind: 'touchpoint', touchpoint, number: 'journeys' },
                    `“${row.name}”: journeys that reach ${touchpoint}`,
                  )
                }
              />
            </td>
            <td className="numeric">{formatRate(reach)}</td>
            <td className="numeric soft">{formatRate(elsewhere)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Steps({ row, question, filter }: ArchetypeDetailProps) {
  const { open } = useExplore()
  return (
    <table className="archetype-table">
      <caption>Most frequent steps, and the time between</caption>
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Times</th>
          <th scope="col">Half within</th>
          <th scope="col">9 in 10 within</th>
        </tr>
      </thead>
      <tbody>
        {row.transitions.slice(0, 15).map(({ from, to, count, p50, p90 }) => (
          <tr key={`${from} → ${to}`}>
            <th scope="row">
              {from} → {to}
            </th>
            <td>
              <NumberButton
                value={count}
                label={`times that ${to} follows ${from} in ${row.name}`}
                onOpen={() =>
                  open(
                    { question: 'transitions', ...asked(filter, question) },
                    { kind: 'transition', from, to, number: 'count' },
                    `“${row.name}”: ${from} → ${to}`,
                  )
                }
              />
            </td>
            <td className="numeric">{formatMedian(p50)}</td>
            <td className="numeric soft">{formatMedian(p90)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Segments({ row }: { readonly row: ArchetypeRow }) {
  if (row.segments.length === 0) return null
  return (
    <table className="archetype-table">
      <caption>Who they are</caption>
      <thead>
        <tr>
          <th scope="col">Segment</th>
          <th scope="col">Journeys</th>
          <th scope="col">Share</th>
          <th scope="col">Else</th>
        </tr>
      </thead>
      <tbody>
        {row.segments.slice(0, 15).map(({ property, value, journeys, share, elsewhere }) => (
          <tr key={`${property} ${value}`}>
            <th scope="row">
              {property}: {value || '(none)'}
            </th>
            <td className="numeric">{formatCount(journeys)}</td>
            <td className="numeric">{formatRate(share)}</td>
            <td className="numeric soft">{formatRate(elsewhere)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
