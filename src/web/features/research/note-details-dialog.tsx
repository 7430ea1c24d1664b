import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { NoteRecord } from '../../../contract/research.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { personasQuery } from '../personas/persona-queries.ts'
import { kindChoices } from './new-note-dialog.tsx'
import { TagsField, tagsIn } from './tags-field.tsx'

/** What a note is and whom it is from. */
export function NoteDetailsDialog({ note, onClose }: { readonly note: NoteRecord; readonly onClose: () => void }) {
  const client = useQueryClient()
  const personas = useQuery(personasQuery)
  const [draft, setDraft] = useState({
    title: note.title,
    kind: note.kind as string,
    participant: note.participant,
    date: note.date,
    language: note.language,
    persona: note.persona ?? '',
    tags: note.tags.join(', '),
  })
  const [error, setError] = useState<unknown>()
  const set = (key: keyof typeof draft) => (value: string) => setDraft((old) => ({ ...old, [key]: value }))
  const save = async (): Promise<void> => {
    try {
      const body = { ...draft, persona: draft.persona === '' ? null : draft.persona, tags: tagsIn(draft.tags) }
      await request(`/research/notes/${note.id}`, { method: 'PUT', body })
      await client.invalidateQueries({ queryKey: ['research'] })
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="About this note" isOpen onClose={onClose}>
      <div className="stack">
        <TextField label="Title" value={draft.title} onChange={set('title')} />
        <div className="note-fields">
          <SelectField label="Kind" value={draft.kind} choices={kindChoices} onChange={set('kind')} />
          <TextField label="Date" type="date" value={draft.date} onChange={set('date')} />
          <TextField label="Participant" value={draft.participant} onChange={set('participant')} />
          <SelectField
            label="Stands for the persona"
            value={draft.persona}
            choices={[{ value: '', label: 'None' }, ...(personas.data?.rows ?? []).map((one) => ({ value: one.id, label: one.name }))]}
            onChange={set('persona')}
          />
          <TextField label="Language" value={draft.language} placeholder="en" onChange={set('language')} />
        </div>
        <TagsField value={draft.tags} onChange={set('tags')} />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button look="primary" isDisabled={draft.title.trim() === ''} onPress={() => void save()}>
            Save
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}
