import './personas.css'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { comparePersonas, type Difference } from '../../../analysis/personas/compare-personas.ts'
import type { PersonaNumbers, PersonaRecord } from '../../../contract/personas.ts'
import { formatCount, formatMedian, formatNumber, formatRate, formatScore } from '../../../exports/format.ts'
import { scaleName } from '../../../exports/card-face.ts'
import { Empty, Skeleton } from '../../ui/empty.tsx'
import { SelectField } from '../../ui/field.tsx'
import { DefinitionChoice, useChosenDefinition } from './definition-choice.tsx'
import { PersonaFace } from './persona-face.tsx'
import { personaLists } from './persona-lists.ts'
import { personaNumbersQuery, personaOverlapQuery, personasQuery } from './persona-queries.ts'

const route = getRouteApi('/personas/compare')

/** Two personas side by side: what is said of them, and their numbers with the differences that are proven. */
export function ComparePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const definition = useChosenDefinition(search.definition)
  const list = useQuery(personasQuery)
  const rows = list.data?.rows ?? []
  const a = rows.find(({ id }) => id === search.a) ?? rows[0]
  const b = rows.find(({ id }) => id === search.b) ?? rows.find(({ id }) => id !== a?.id)
  const choices = rows.map(({ id, name }) => ({ value: id, label: name }))
  const go = (patch: object): void => void navigate({ search: (old) => ({ ...old, ...patch }), replace: true })
  return (
    <div className="page">
      <title>Personas side by side · Wend</title>
      <nav className="small" aria-label="Back">
        <Link to="/personas">All personas</Link>
      </nav>
      <header className="page-head">
        <h1>Side by side</h1>
        <DefinitionChoice value={definition} onChange={(next) => go({ definition: next })} />
      </header>
      {list.isPending ? <Skeleton rows={8} /> : null}
      {list.data && (!a || !b) ? (
        <Empty
          title="Two personas are needed"
          actions={
            <Link to="/personas" className="button">
              Describe another
            </Link>
          }
        >
          <p>Add another one, then see here what differs and what is only chance.</p>
        </Empty>
      ) : null}
      {a && b ? (
        <>
          <div className="row compare-choice">
            <SelectField label="First" value={a.id} choices={choices} onChange={(id) => go({ a: id })} />
            <SelectField label="Second" value={b.id} choices={choices} onChange={(id) => go({ b: id })} />
          </div>
          <Table a={a} b={b} definition={definition} />
        </>
      ) : null}
    </div>
  )
}

interface Pair {
  readonly a: PersonaRecord
  readonly b: PersonaRecord
}

function Table({ a, b, definition }: Pair & { readonly definition: string | undefined }) {
  const enabled = definition !== undefined
  const first = useQuery({ ...personaNumbersQuery(a.id, definition), enabled })
  const second = useQuery({ ...personaNumbersQuery(b.id, definition), enabled })
  const overlap = useQuery({ ...personaOverlapQuery(definition), enabled })
  const numbers = a.segment && b.segment && first.data && second.data ? ([first.data, second.data] as const) : undefined
  const both = overlap.data?.pairs.find((pair) => [pair.a, pair.b].includes(a.id) && [pair.a, pair.b].includes(b.id))?.journeys ?? 0
  return (
    <div className="table-wrap">
      <table className="table compare-table">
        <thead>
          <tr>
            <td />
            {[a, b].map((persona, index) => (
              <th key={index} scope="col">
                <Link to="/personas/$persona" params={{ persona: persona.id }} className="row compare-name">
                  <PersonaFace name={persona.name} picture={persona.picture} />
                  {persona.name}
                </Link>
              </th>
            ))}
            <th scope="col">Difference, 95 % interval</th>
          </tr>
        </thead>
        <tbody>
          {numbers ? (
            <NumberRows numbers={numbers} />
          ) : (
            <tr>
              <th scope="row">Numbers</th>
              <td colSpan={3} className="soft">
                {a.segment && b.segment ? 'Counting …' : 'Only personas with a rule have numbers. Give both one to compare them.'}
              </td>
            </tr>
          )}
          {both > 0 ? (
            <tr>
              <th scope="row">In both</th>
              <td colSpan={3}>
                {formatCount(both)} journeys belong to both, so the two are not separate groups; take the intervals with care.
              </td>
            </tr>
          ) : null}
          <tr>
            <th scope="row">Summary</th>
            <td>{a.summary || '–'}</td>
            <td>{b.summary || '–'}</td>
            <td />
          </tr>
          {personaLists.map(({ field, label }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              <Lines lines={a[field]} others={b[field]} />
              <Lines lines={b[field]} others={a[field]} />
              <td />
            </tr>
          ))}
          <tr>
            <th scope="row">Quotes</th>
            {[a, b].map((persona, index) => (
              <td key={index}>{persona.quotes.length === 0 ? '–' : persona.quotes.map((quote, at) => <p key={at}>“{quote.text}”</p>)}</td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** What only one of them has stands out. */
function Lines({ lines, others }: { readonly lines: readonly string[]; readonly others: readonly string[] }) {
  const same = new Set(others.map((line) => line.trim().toLowerCase()))
  return (
    <td>
      {lines.length === 0 ? '–' : null}
      <ul className="compare-lines">
        {lines.map((line, index) => (
          <li key={index} data-shared={same.has(line.trim().toLowerCase()) || undefined}>
            {line}
          </li>
        ))}
      </ul>
    </td>
  )
}

function NumberRows({ numbers }: { readonly numbers: readonly [PersonaNumbers, PersonaNumbers] }) {
  const [a, b] = numbers
  const differences = comparePersonas(a, b)
  const find = (about: Difference['about'], scale?: string) => differences.find((one) => one.about === about && one.scale === scale)
  const scales = [...new Set(numbers.flatMap((one) => one.scores.map((score) => score.scale)))]
  const rate = (one: PersonaNumbers['conversion']) =>
    one ? `${formatRate(one.value)} (${formatRate(one.low)} to ${formatRate(one.high)})` : '–'
  const row = (label: string, cells: readonly [ReactNode, ReactNode], difference: ReactNode = null) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      <td className="numeric">{cells[0]}</td>
      <td className="numeric">{cells[1]}</td>
      <td className="numeric">{difference}</td>
    </tr>
  )
  const each = (show: (one: PersonaNumbers) => ReactNode) => [show(a), show(b)] as const
  return (
    <>
      {row(
        'Journeys',
        each((one) => `${formatCount(one.journeys)}${one.share ? ` (${formatRate(one.share.value)} of all)` : ''}`),
      )}
      {row(
        'Customers',
        each((one) => formatCount(one.customers)),
      )}
      {a.hasGoal
        ? row(
            'Reach the goal',
            each((one) => rate(one.conversion)),
            <Told difference={find('conversion')} points="points" scale={100} />,
          )
        : null}
      {row(
        'Half take at most',
        each((one) => formatMedian(one.p50Duration)),
        <span className="faint">not tested</span>,
      )}
      {row(
        'Nine in ten at most',
        each((one) => formatMedian(one.p90Duration)),
        <span className="faint">not tested</span>,
      )}
      {scales.map((scale) =>
        row(
          scale === 'nps' ? 'NPS' : `Mean ${scaleName(scale)} as −1 to +1`,
          each((one) => scoreText(one.scores.find((score) => score.scale === scale))),
          scale === 'nps' ? (
            <Told difference={find('nps', scale)} points="" scale={1} />
          ) : (
            <Told difference={find('score', scale)} points="" scale={1} decimals={2} />
          ),
        ),
      )}
    </>
  )
}

function scoreText(score: PersonaNumbers['scores'][number] | undefined): string {
  if (!score) return '–'
  if (score.mean === null) return `too few (${score.n})`
  return `${score.nps ? formatNumber(score.nps.value, 0) : formatScore(score.mean)} (${formatCount(score.n)} answers)`
}

interface ToldProps {
  readonly difference: Difference | undefined
  readonly points: string
  readonly scale: number
  readonly decimals?: number
}

function Told({ difference, points, scale, decimals = scale === 100 ? 1 : 0 }: ToldProps) {
  if (!difference) return <span className="faint">not enough to compare</span>
  const format = (value: number): string => `${value > 0 ? '+' : ''}${formatNumber(value * scale, decimals)}`
  return (
    <span className="told" data-proven={difference.proven || undefined}>
      {format(difference.value)} {points}{' '}
      <span className="soft">
        ({format(difference.low)} to {format(difference.high)})
      </span>
      <span className="told-words">{difference.proven ? 'a difference' : 'no proven difference'}</span>
    </span>
  )
}
