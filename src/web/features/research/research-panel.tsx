import './research.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SquarePlus, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import type { PutEvidence } from '../../../contract/evidence.ts'
import type { FoundHighlight } from '../../../contract/research.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Pager } from '../../ui/pager.tsx'
import { useDragEvidence } from '../evidence/use-drag-evidence.ts'
import { highlightsQuery, tagsQuery } from './research-queries.ts'
import { saidAt } from './said-at.ts'

export interface ResearchPanelProps {
  readonly mapId: string
  readonly onClose: () => void
  /** Puts it on the selected card. Missing: no card is selected, or this person may not edit. */
  readonly onCite?: ((payload: PutEvidence) => void) | undefined
}

const limit = 50

/** Highlights of all notes beside a map: to drag onto a card, or to put on the selected one. */
export function ResearchPanel({ mapId, onClose, onCite }: ResearchPanelProps) {
  const [find, setFind] = useState('')
  const [tag, setTag] = useState('')
  const [offset, setOffset] = useState(0)
  const query = useQuery(highlightsQuery({ q: find.trim(), tag, limit, offset }))
  const tags = useQuery(tagsQuery)
  const filtered = find.trim() !== '' || tag !== ''
  return (
    <section className="side-panel research-panel" aria-label="Research">
      <header className="spread">
        <h2>Research</h2>
        <IconButton label="Close" onPress={onClose}>
          <X size={18} aria-hidden />
        </IconButton>
      </header>
      <TextField
        label="Find a highlight"
        hideLabel
        type="search"
        placeholder="Words, note or participant"
        value={find}
        onChange={(next) => {
          setFind(next)
          setOffset(0)
        }}
      />
      <SelectField
        label="Tag"
        hideLabel
        value={tag}
        choices={[{ value: '', label: 'All tags' }, ...(tags.data?.rows ?? []).map((one) => ({ value: one.tag, label: one.tag }))]}
        onChange={(next) => {
          setTag(next)
          setOffset(0)
        }}
      />
      <p className="small faint">
        Drag a highlight onto a card{onCite ? ', or put it on the selected card.' : '. Select a card to put it there by button.'}
      </p>
      <Loaded query={query} rows={6}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="soft">
              {filtered ? (
                'No highlight has these words or this tag.'
              ) : (
                <>
                  Nothing is highlighted yet. <Link to="/research">Add a note</Link> and highlight what customers said.
                </>
              )}
            </p>
          ) : (
            <>
              <ul className="stack">
                {rows.map((row) => (
                  <Found key={row.id} highlight={row} mapId={mapId} onCite={onCite} />
                ))}
              </ul>
              <Pager total={total} limit={limit} offset={offset} onMove={setOffset} />
            </>
          )
        }
      </Loaded>
    </section>
  )
}

interface FoundProps extends Pick<ResearchPanelProps, 'mapId' | 'onCite'> {
  readonly highlight: FoundHighlight
}

function Found({ highlight, mapId, onCite }: FoundProps) {
  const { id, note } = highlight
  const handle = useRef<HTMLLIElement>(null)
  const payload = useMemo(() => ({ kind: 'highlight', note, highlight: id }) as const, [note, id])
  useDragEvidence(handle, payload, mapId)
  return (
    <li ref={handle} className="panel highlight-item" data-colour={highlight.colour}>
      <p className="highlight-quote">{highlight.text}</p>
      <p className="small soft note-tags">
        <Link to="/research/$note" params={{ note }} search={{ highlight: id }} draggable={false}>
          {highlight.noteTitle}
        </Link>
        {highlight.saidAt === null ? null : <span className="numeric">{saidAt(highlight.saidAt)}</span>}
        {highlight.tags.map((one) => (
          <span key={one} className="tag">
            {one}
          </span>
        ))}
      </p>
      {onCite ? (
        <Button small onPress={() => onCite(payload)}>
          <SquarePlus size={14} aria-hidden />
          Put on the selected card
        </Button>
      ) : null}
    </li>
  )
}
