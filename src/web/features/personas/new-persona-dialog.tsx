import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { PersonaRecord } from '../../../contract/personas.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SegmentEditor } from './segment-editor.tsx'

/** A new persona: from a name alone, or from the journeys that are theirs. */
export function NewPersonaDialog({ definition, onClose }: { readonly definition: string | undefined; readonly onClose: () => void }) {
  const [name, setName] = useState('')
  const [from, setFrom] = useState<'scratch' | 'segment'>('scratch')
  const [segment, setSegment] = useState<JourneyFilter | null>(null)
  const [error, setError] = useState<unknown>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const create = async (): Promise<void> => {
    if (name.trim() === '') return
    try {
      const body = { name, segment: from === 'segment' ? segment : null }
      const { id } = await request<PersonaRecord>('/personas', { method: 'POST', body })
      await client.invalidateQueries({ queryKey: ['personas'] })
      await navigate({ to: '/personas/$persona', params: { persona: id } })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="New persona" isOpen onClose={onClose}>
      <div className="stack">
        <TextField
          label="Name"
          value={name}
          placeholder="Anna, furnishing her first flat"
          onChange={setName}
          onEnter={() => void create()}
        />
        <Segmented
          label="Begin with"
          value={from}
          choices={[
            { value: 'scratch', label: 'From scratch' },
            { value: 'segment', label: 'From a segment' },
          ]}
          onChange={setFrom}
        />
        {from === 'segment' ? (
          <SegmentEditor segment={segment} definition={definition} onChange={setSegment} />
        ) : (
          <p className="soft small">Describe the persona first; the rule that says which journeys are theirs can come later.</p>
        )}
        {error ? <ProblemNotice error={error} /> : null}
        <div className="row">
          <Button look="primary" isDisabled={name.trim() === ''} onPress={() => void create()}>
            Add the persona
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}
