import './personas.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Printer, Trash2, Undo2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { PersonaRecord } from '../../../contract/personas.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { DefinitionChoice, useChosenDefinition } from './definition-choice.tsx'
import { LinesField } from './lines-field.tsx'
import { NumbersPanel } from './numbers-panel.tsx'
import { PersonaFace } from './persona-face.tsx'
import { personaLists } from './persona-lists.ts'
import { personaMapsQuery, personaQuery } from './persona-queries.ts'
import { PictureButton } from './picture-button.tsx'
import { QuotesField } from './quotes-field.tsx'
import { SegmentCount, SegmentEditor } from './segment-editor.tsx'
import { segmentWords } from './segment-words.ts'
import { usePersonaDraft } from './use-persona-draft.ts'

const route = getRouteApi('/personas/$persona')

export function PersonaPage() {
  const { persona } = route.useParams()
  const query = useQuery({ ...personaQuery(persona), staleTime: 0 })
  return (
    <div className="page persona-page">
      {query.isError ? (
        <>
          <nav className="small" aria-label="Back">
            <Link to="/personas">All personas</Link>
          </nav>
          <h1>This persona cannot be shown</h1>
        </>
      ) : null}
      <Loaded query={query} rows={12}>
        {(record) => <OpenPersona key={record.id} record={record} />}
      </Loaded>
    </div>
  )
}

function OpenPersona({ record }: { readonly record: PersonaRecord }) {
  const { definition: wanted } = route.useSearch()
  const navigate = route.useNavigate()
  const definition = useChosenDefinition(wanted)
  const draft = usePersonaDraft(record)
  const readOnly = !useMay('edit-workspace')
  const { persona, change } = draft
  useUndoKey(draft.undo)
  return (
    <>
      <title>{`${persona.name} · Wend`}</title>
      <nav className="small no-print" aria-label="Back">
        <Link to="/personas">All personas</Link>
      </nav>
      <header className="persona-head">
        <div className="persona-portrait">
          <PersonaFace name={persona.name} picture={persona.picture} size="large" />
          {readOnly ? null : <PictureButton picture={persona.picture} onChange={(picture) => change({ picture })} />}
        </div>
        <div className="persona-titles">
          <h1 className="visually-hidden">{persona.name}</h1>
          <input
            className="persona-name"
            aria-label="Name"
            maxLength={200}
            readOnly={readOnly}
            value={persona.name}
            onChange={(event) => change({ name: event.target.value })}
          />
          <textarea
            className="persona-text persona-summary"
            aria-label="Summary"
            rows={2}
            maxLength={5000}
            readOnly={readOnly}
            placeholder="Who this is, in two sentences: what kind of customer, in what situation, after what."
            value={persona.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        </div>
        {readOnly ? null : <Tools draft={draft} />}
      </header>
      {draft.error ? <ProblemNotice error={draft.error} onRetry={draft.retry} /> : null}
      <div className="persona-columns">
        <div className="persona-body">
          <div className="persona-lists">
            {personaLists.map(({ field, label, hint }) => (
              <LinesField
                key={field}
                label={label}
                hint={hint}
                readOnly={readOnly}
                lines={persona[field]}
                onChange={(lines) => change({ [field]: [...lines] })}
              />
            ))}
          </div>
          <QuotesField
            quotes={persona.quotes}
            segment={persona.segment}
            definition={definition}
            readOnly={readOnly}
            onChange={(quotes) => change({ quotes })}
          />
        </div>
        <aside className="persona-side" aria-label="Numbers">
          <section className="panel panel-body stack">
            <h2>Real numbers</h2>
            <DefinitionChoice value={definition} onChange={(next) => void navigate({ search: { definition: next }, replace: true })} />
            <NumbersPanel id={record.id} name={persona.name} definition={definition} />
          </section>
          <section className="panel panel-body stack">
            <h2>Which journeys are theirs</h2>
            {persona.segment === null ? null : (
              <p className="small">Journeys that {segmentWords(persona.segment).join(', ') || 'exist at all: the rule asks nothing'}.</p>
            )}
            {readOnly ? (
              <SegmentCount segment={persona.segment} definition={definition} />
            ) : (
              <SegmentEditor segment={persona.segment} definition={definition} onChange={(segment) => change({ segment })} />
            )}
          </section>
          <OnMaps id={record.id} />
        </aside>
      </div>
    </>
  )
}

function Tools({ draft }: { readonly draft: ReturnType<typeof usePersonaDraft> }) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const [error, setError] = useState<unknown>()
  const remove = async (): Promise<void> => {
    try {
      await request(`/personas/${draft.persona.id}`, { method: 'DELETE' })
    } catch (problem) {
      setError(problem)
      return
    }
    await client.invalidateQueries({ queryKey: ['personas'], refetchType: 'none' })
    await navigate({ to: '/personas' })
  }
  return (
    <div className="row persona-tools no-print">
      <span className="faint small" role="status">
        {draft.error ? 'Not saved' : draft.state === 'saving' ? 'Saving …' : 'Saved'}
      </span>
      <Button small isDisabled={draft.undo === undefined} onPress={() => draft.undo?.()}>
        <Undo2 size={14} aria-hidden />
        Undo
      </Button>
      <Button small onPress={() => window.print()}>
        <Printer size={14} aria-hidden />
        Print
      </Button>
      <Button small look="quiet" onPress={() => void remove()}>
        <Trash2 size={14} aria-hidden />
        Remove
      </Button>
      {error === undefined ? null : <ProblemNotice error={error} onRetry={() => void remove()} />}
    </div>
  )
}

function OnMaps({ id }: { readonly id: string }) {
  const maps = useQuery(personaMapsQuery(id))
  return (
    <section className="panel panel-body stack no-print">
      <h2>On maps</h2>
      {maps.data?.rows.length ? (
        <ul className="small">
          {maps.data.rows.map(({ map, title }) => (
            <li key={map}>
              <Link to="/maps/$map" params={{ map }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft small">On no map yet. Open a map and choose Personas to put this one on it.</p>
      )}
    </section>
  )
}

/** Ctrl+Z outside of a field; inside one, the browser undoes typing. */
function useUndoKey(undo: (() => void) | undefined): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement
      if (typing || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return
      event.preventDefault()
      undo?.()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [undo])
}
