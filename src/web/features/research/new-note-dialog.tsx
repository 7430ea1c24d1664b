import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { noteKinds, type NoteRecord } from '../../../contract/research.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

export const kindWords = { interview: 'Interview', survey: 'Survey', observation: 'Observation', document: 'Document' } as const
export const kindChoices = noteKinds.map((kind) => ({ value: kind, label: kindWords[kind] }))

/** Adds a note by pasting its text. */
export function NewNoteDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [title, setTitle] = useState('')
  const [kind, setKind] = useState<string>('interview')
  const [participant, setParticipant] = useState('')
  const [date, setDate] = useState('')
  const [text, setText] = useState('')
  const [state, setState] = useState<{ readonly busy: boolean; readonly error?: unknown }>({ busy: false })
  const save = async (): Promise<void> => {
    setState({ busy: true })
    try {
      const body = { title: title.trim() || firstWords(text), kind, participant, date, text }
      const note = await request<NoteRecord>('/research/notes', { method: 'POST', body })
      await client.invalidateQueries({ queryKey: ['research'] })
      void navigate({ to: '/research/$note', params: { note: note.id } })
    } catch (error) {
      setState({ busy: false, error })
    }
  }
  return (
    <Dialog title="Paste a note" isOpen wide onClose={onClose}>
      <div className="stack">
        <div className="note-fields">
          <TextField label="Title" value={title} placeholder="Interview with a first-time buyer" onChange={setTitle} />
          <SelectField label="Kind" value={kind} choices={kindChoices} onChange={setKind} />
          <TextField label="Participant" value={participant} placeholder="P7" onChange={setParticipant} />
          <TextField label="Date" type="date" value={date} onChange={setDate} />
        </div>
        <div className="field">
          <label htmlFor={id} className="field-label">
            Text
          </label>
          <textarea id={id} className="control note-paste" value={text} rows={14} onChange={(event) => setText(event.target.value)} />
          <span className="field-hint">A transcript (VTT or SRT) keeps its speakers and times. Up to 2 MB.</span>
        </div>
        {state.error === undefined ? null : <ProblemNotice error={state.error} />}
        <div className="row">
          <Button look="primary" isDisabled={state.busy || text.trim() === ''} onPress={() => void save()}>
            Add the note
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}

const firstWords = (text: string): string => text.trim().split('\n')[0]?.slice(0, 80) ?? 'Note'
