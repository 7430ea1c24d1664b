import './research.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { Pencil, Settings2, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { NoteRecord } from '../../../contract/research.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { HighlightList } from './highlight-list.tsx'
import { NoteDetailsDialog } from './note-details-dialog.tsx'
import { NoteText } from './note-text.tsx'
import { noteQuery } from './research-queries.ts'

const route = getRouteApi('/research/$note')

/** A note: its text with highlights on the left, the highlights and where they are used on the right. */
export function NotePage() {
  const { note: id } = route.useParams()
  const query = useQuery(noteQuery(id))
  return (
    <div className="page note-page">
      <p className="small">
        <Link to="/research">Research</Link>
      </p>
      <Loaded query={query} rows={12}>
        {(note) => <OpenNote key={note.id} note={note} />}
      </Loaded>
    </div>
  )
}

function OpenNote({ note }: { readonly note: NoteRecord }) {
  const { highlight } = route.useSearch()
  const navigate = useNavigate()
  const client = useQueryClient()
  const may = useMay('edit-workspace')
  const [mode, setMode] = useState<'read' | 'edit' | 'details'>('read')
  const remove = async (): Promise<void> => {
    await request(`/research/notes/${note.id}`, { method: 'DELETE' })
    await navigate({ to: '/research' })
    await client.invalidateQueries({ queryKey: ['research'] })
  }
  const choose = (chosen: string): void =>
    void navigate({ to: '/research/$note', params: { note: note.id }, search: { highlight: chosen }, replace: true, resetScroll: false })
  return (
    <>
      <title>{`${note.title} · Wend`}</title>
      <header className="page-head">
        <div>
          <h1>{note.title}</h1>
          <p className="page-lead">{[note.kind, note.participant, note.date, note.language].filter(Boolean).join(' · ')}</p>
          <p className="note-tags">
            {note.tags.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
          </p>
        </div>
        {may ? (
          <div className="row">
            <Button onPress={() => setMode('details')}>
              <Settings2 size={15} aria-hidden />
              Details
            </Button>
            <Button onPress={() => setMode(mode === 'edit' ? 'read' : 'edit')}>
              <Pencil size={15} aria-hidden />
              {mode === 'edit' ? 'Stop editing' : 'Edit text'}
            </Button>
            <Button look="quiet" onPress={() => void remove()}>
              <Trash2 size={15} aria-hidden />
              Remove
            </Button>
          </div>
        ) : null}
      </header>
      <div className="note-columns">
        {mode === 'edit' ? (
          <EditText note={note} onDone={() => setMode('read')} />
        ) : (
          <NoteText note={note} chosen={highlight} may={may} onChoose={choose} />
        )}
        <HighlightList note={note} chosen={highlight} may={may} onChoose={choose} />
      </div>
      {mode === 'details' ? <NoteDetailsDialog note={note} onClose={() => setMode('read')} /> : null}
    </>
  )
}

function EditText({ note, onDone }: { readonly note: NoteRecord; readonly onDone: () => void }) {
  const client = useQueryClient()
  const [text, setText] = useState(note.text)
  const [error, setError] = useState<unknown>()
  const save = async (): Promise<void> => {
    try {
      await request(`/research/notes/${note.id}`, { method: 'PUT', body: { text, revision: note.revision } })
      await client.invalidateQueries({ queryKey: ['research'] })
      onDone()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <section className="panel panel-body stack" aria-label="Text">
      <p className="small soft">Highlights stay on their words. One whose words you take away is kept and marked.</p>
      <textarea
        className="control note-paste"
        aria-label="Text of the note"
        rows={24}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {error === undefined ? null : <ProblemNotice error={error} />}
      <div className="row">
        <Button look="primary" onPress={() => void save()}>
          Save
        </Button>
        <Button onPress={onDone}>Cancel</Button>
      </div>
    </section>
  )
}
