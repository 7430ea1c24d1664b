import './research.css'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ClipboardPaste, FilePlus2, Tags } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import type { NoteSummary } from '../../../contract/research.ts'
import { plural } from '../../../exports/format.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { NewNoteDialog } from './new-note-dialog.tsx'
import { notesQuery, tagsQuery, uploadNote } from './research-queries.ts'
import { TagsDialog } from './tags-dialog.tsx'

/** Interviews, surveys, observations and documents of the workspace. */
export function ResearchPage() {
  const [find, setFind] = useState('')
  const [tag, setTag] = useState('')
  const [open, setOpen] = useState<'paste' | 'tags' | undefined>()
  const notes = useQuery(notesQuery({ q: find.trim(), tag }))
  const tags = useQuery(tagsQuery)
  const may = useMay('edit-workspace')
  const filtered = find.trim() !== '' || tag !== ''
  return (
    <DropNotes may={may}>
      {(choose) => {
        const actions = may ? (
          <>
            <Button look="primary" onPress={() => setOpen('paste')}>
              <ClipboardPaste size={16} aria-hidden />
              Paste a note
            </Button>
            <Button onPress={choose}>
              <FilePlus2 size={16} aria-hidden />
              Add files
            </Button>
          </>
        ) : null
        const some = filtered || (notes.data?.rows.length ?? 0) > 0
        return (
          <div className="page">
            <title>Research · Wend</title>
            <header className="page-head">
              <div>
                <h1>Research</h1>
                <p className="page-lead">What people told you and what you saw. Highlights from here go on cards as evidence.</p>
              </div>
              {some ? <div className="row">{actions}</div> : null}
            </header>
            {some ? (
              <div className="row research-tools">
                <TextField label="Find a note" hideLabel type="search" placeholder="Title or participant" value={find} onChange={setFind} />
                <SelectField
                  label="Tag"
                  hideLabel
                  value={tag}
                  choices={[
                    { value: '', label: 'All tags' },
                    ...(tags.data?.rows ?? []).map((one) => ({ value: one.tag, label: one.tag })),
                  ]}
                  onChange={setTag}
                />
                <Button look="quiet" onPress={() => setOpen('tags')}>
                  <Tags size={15} aria-hidden />
                  Tags
                </Button>
              </div>
            ) : null}
            <Loaded query={notes}>
              {({ rows, total }) =>
                rows.length > 0 ? (
                  <>
                    <NoteTable rows={rows} />
                    {total > rows.length ? (
                      <p className="small faint">
                        The first {rows.length} of {total}. Search to find others.
                      </p>
                    ) : null}
                  </>
                ) : filtered ? (
                  <p className="soft">No note has these words or this tag.</p>
                ) : (
                  <Empty title="No research yet" actions={actions}>
                    <p>
                      Records show what customers do; interviews show why. Drop transcripts and notes here (Markdown, TXT, DOCX, VTT, SRT)
                      or paste a text. Then select a sentence, press <kbd>h</kbd>, and give it a tag.
                    </p>
                    <p>A highlight on a card turns an assumption into something that a customer said.</p>
                  </Empty>
                )
              }
            </Loaded>
            <Removed may={may} />
            {open === 'paste' ? <NewNoteDialog onClose={() => setOpen(undefined)} /> : null}
            {open === 'tags' ? <TagsDialog onClose={() => setOpen(undefined)} /> : null}
          </div>
        )
      }}
    </DropNotes>
  )
}

/** The whole page takes dropped files; `choose` opens the file picker. */
function DropNotes({ may, children }: { readonly may: boolean; readonly children: (choose: () => void) => ReactNode }) {
  const input = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [over, setOver] = useState(false)
  const [state, setState] = useState<{ readonly busy: string; readonly errors: readonly unknown[] }>({ busy: '', errors: [] })
  const add = async (files: readonly File[]): Promise<void> => {
    const errors: unknown[] = []
    let last: string | undefined
    for (const file of files.slice(0, 50)) {
      setState({ busy: file.name, errors })
      try {
        last = (await uploadNote(file)).id
      } catch (error) {
        errors.push(error)
      }
    }
    setState({ busy: '', errors })
    await client.invalidateQueries({ queryKey: ['research'] })
    if (files.length === 1 && last !== undefined) void navigate({ to: '/research/$note', params: { note: last } })
  }
  return (
    <div
      className="research"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!may || !event.dataTransfer.types.includes('Files')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        if (!may || event.dataTransfer.files.length === 0) return
        event.preventDefault()
        void add([...event.dataTransfer.files])
      }}
    >
      {children(() => document.getElementById(input)?.click())}
      <div className="research-state" role="status" aria-live="polite">
        {state.busy === '' ? null : <p className="soft">Reading {state.busy} …</p>}
      </div>
      {state.errors.map((error, index) => (
        <ProblemNotice key={index} error={error} />
      ))}
      <input
        id={input}
        type="file"
        multiple
        accept=".md,.markdown,.txt,.docx,.vtt,.srt,text/plain"
        className="visually-hidden"
        aria-label="Choose notes"
        tabIndex={-1}
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </div>
  )
}

function NoteTable({ rows }: { readonly rows: readonly NoteSummary[] }) {
  return (
    <ul className="note-list">
      {rows.map((note) => (
        <li key={note.id} className="panel note-line">
          <div className="note-line-text">
            <Link to="/research/$note" params={{ note: note.id }} className="note-line-title">
              {note.title}
            </Link>
            <p className="small soft">{[note.kind, note.participant, note.date].filter(Boolean).join(' · ')}</p>
          </div>
          <p className="note-tags">
            {note.tags.map((tag) => (
              <span key={tag} className="tag">
                {tag}
              </span>
            ))}
          </p>
          <p className="small numeric faint">{note.highlights === 0 ? 'No highlights yet' : plural(note.highlights, 'highlight')}</p>
        </li>
      ))}
    </ul>
  )
}

function Removed({ may }: { readonly may: boolean }) {
  const query = useQuery(notesQuery({ removed: true }))
  const client = useQueryClient()
  if (!may || !query.data || query.data.rows.length === 0) return null
  const restore = async (id: string): Promise<void> => {
    await request(`/research/notes/${id}/restore`, { method: 'POST' })
    await client.invalidateQueries({ queryKey: ['research'] })
  }
  return (
    <details className="research-removed">
      <summary>{plural(query.data.total, 'removed note')}</summary>
      <ul className="stack">
        {query.data.rows.map((note) => (
          <li key={note.id} className="row">
            <span>{note.title}</span>
            <Button small onPress={() => void restore(note.id)}>
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
