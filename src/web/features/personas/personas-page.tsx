import './personas.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Plus, Scale } from 'lucide-react'
import { useState } from 'react'
import type { PersonaOverlap, PersonaRecord } from '../../../contract/personas.ts'
import { formatCount, formatRate } from '../../../exports/format.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { DefinitionChoice, useChosenDefinition } from './definition-choice.tsx'
import { NewPersonaDialog } from './new-persona-dialog.tsx'
import { PersonaFace } from './persona-face.tsx'
import { personaNumbersQuery, personaOverlapQuery, personasQuery, removedPersonasQuery } from './persona-queries.ts'
import { segmentWords } from './segment-words.ts'

const route = getRouteApi('/personas')

export function PersonasPage() {
  const { definition: wanted } = route.useSearch()
  const navigate = route.useNavigate()
  const definition = useChosenDefinition(wanted)
  const personas = useQuery(personasQuery)
  const [creating, setCreating] = useState(false)
  const may = useMay('edit-workspace')
  const rows = personas.data?.rows ?? []
  const create = (
    <Button look="primary" onPress={() => setCreating(true)}>
      <Plus size={16} aria-hidden />
      New persona
    </Button>
  )
  return (
    <div className="page">
      <title>Personas · Wend</title>
      <header className="page-head">
        <div>
          <h1>Personas</h1>
          <p className="page-lead">Kinds of customers, each with a rule that says which journeys are theirs, and so with real numbers.</p>
        </div>
        <div className="row personas-tools">
          {rows.length > 0 ? (
            <DefinitionChoice value={definition} onChange={(next) => void navigate({ search: { definition: next } })} />
          ) : null}
          {rows.length > 1 ? (
            <Link
              to="/personas/compare"
              search={{ a: rows[0]?.id ?? '', b: rows[1]?.id ?? '', ...(wanted ? { definition: wanted } : {}) }}
              className="button"
            >
              <Scale size={15} aria-hidden />
              Side by side
            </Link>
          ) : null}
          {may && rows.length > 0 ? create : null}
        </div>
      </header>
      <Loaded query={personas}>
        {(list) =>
          list.rows.length > 0 ? (
            <>
              <ul className="persona-list">
                {list.rows.map((persona) => (
                  <PersonaCard key={persona.id} persona={persona} definition={definition} />
                ))}
              </ul>
              <Overlap personas={list.rows} definition={definition} />
            </>
          ) : (
            <Empty title="Nobody is described yet" actions={may ? create : null}>
              <p>
                A persona is a kind of customer: a name and a face, what they want, need and suffer from. In Wend it also has a rule, such
                as “reached Returns” or “plan = Team”, so it is not only a story: Wend counts its journeys, its conversion and its scores.
              </p>
              <p>
                Put a persona on a map to read the whole map for it. Begin with the two kinds of customers that your team argues about most.
              </p>
            </Empty>
          )
        }
      </Loaded>
      <Removed />
      {creating ? <NewPersonaDialog definition={definition} onClose={() => setCreating(false)} /> : null}
    </div>
  )
}

function PersonaCard({ persona, definition }: { readonly persona: PersonaRecord; readonly definition: string | undefined }) {
  const numbers = useQuery({
    ...personaNumbersQuery(persona.id, definition),
    enabled: persona.segment !== null && definition !== undefined,
  })
  const found = persona.segment === null ? undefined : numbers.data
  return (
    <li className="persona-card panel">
      <PersonaFace name={persona.name} picture={persona.picture} />
      <div className="persona-card-text">
        <Link
          to="/personas/$persona"
          params={{ persona: persona.id }}
          search={definition ? { definition } : {}}
          className="persona-card-name"
        >
          {persona.name}
        </Link>
        {persona.summary ? <p className="persona-card-summary soft">{persona.summary}</p> : null}
        <p className="faint small">
          {persona.segment === null ? 'No rule yet' : `Journeys that ${segmentWords(persona.segment).join(', ') || 'exist at all'}`}
        </p>
        {found ? (
          <p className="persona-card-facts small numeric">
            <span>
              <strong>{found.share ? formatRate(found.share.value) : '0'}</strong> of journeys ({formatCount(found.journeys)})
            </span>
            {found.hasGoal && found.conversion ? (
              <span title={`${formatRate(found.conversion.low)} to ${formatRate(found.conversion.high)}`}>
                <strong>{formatRate(found.conversion.value)}</strong> reach the goal
              </span>
            ) : null}
          </p>
        ) : null}
      </div>
    </li>
  )
}

/** What the rules leave over, and what they claim twice. */
function Overlap({ personas, definition }: { readonly personas: readonly PersonaRecord[]; readonly definition: string | undefined }) {
  const ruled = personas.some(({ segment }) => segment !== null)
  const query = useQuery({ ...personaOverlapQuery(definition), enabled: ruled && definition !== undefined })
  if (!ruled || !query.data || query.data.journeys === 0) return null
  return (
    <section className="persona-overlap" aria-label="How the personas share the journeys">
      <h2>Together</h2>
      <ul>
        <li>{restSentence(query.data)}</li>
        {query.data.pairs
          .toSorted((a, b) => b.journeys - a.journeys)
          .slice(0, 10)
          .map((pair) => (
            <li key={`${pair.a} ${pair.b}`}>
              <span className="numeric">{formatCount(pair.journeys)}</span> journeys are both {nameOf(personas, pair.a)}’s and{' '}
              {nameOf(personas, pair.b)}’s.
            </li>
          ))}
        {query.data.pairs.length === 0 && query.data.personas.length > 1 ? <li>No journey belongs to two personas.</li> : null}
      </ul>
    </section>
  )
}

function restSentence({ rest, journeys }: PersonaOverlap): string {
  if (rest === null) return 'So many rules overlap that the rest is not counted.'
  return `Rest: ${formatCount(rest)} of ${formatCount(journeys)} journeys (${formatRate(rest / journeys)}) belong to no persona.`
}

const nameOf = (personas: readonly PersonaRecord[], id: string): string => personas.find((one) => one.id === id)?.name ?? '?'

function Removed() {
  const client = useQueryClient()
  const may = useMay('edit-workspace')
  const removed = useQuery(removedPersonasQuery)
  const [error, setError] = useState<unknown>()
  if (!may || !removed.data?.rows.length) return null
  const restore = async (id: string): Promise<void> => {
    try {
      await request(`/personas/${id}/restore`, { method: 'POST' })
      setError(undefined)
    } catch (problem) {
      setError(problem)
    }
    await client.invalidateQueries({ queryKey: ['personas'] })
  }
  return (
    <details className="persona-removed">
      <summary>Removed ({removed.data.total})</summary>
      {error === undefined ? null : <ProblemNotice error={error} />}
      <ul>
        {removed.data.rows.map((persona) => (
          <li key={persona.id} className="row">
            <PersonaFace name={persona.name} picture={persona.picture} />
            {persona.name}
            <Button small onPress={() => void restore(persona.id)} aria-label={`Restore ${persona.name}`}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
