import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { request } from '../../api/request.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'

/** Saves a map's stages, steps and lanes for new maps and for computing them. */
export function SaveTemplateDialog({
  map,
  onClose,
}: {
  readonly map: { readonly id: string; readonly title: string }
  readonly onClose: () => void
}) {
  const client = useQueryClient()
  const [title, setTitle] = useState(map.title.slice(0, 120))
  const [summary, setSummary] = useState('')
  const [audience, setAudience] = useState('any')
  const [error, setError] = useState<unknown>()
  const save = async (): Promise<void> => {
    setError(undefined)
    try {
      await request('/templates', { method: 'POST', body: { map: map.id, title, summary, audience } })
      await client.invalidateQueries({ queryKey: ['templates'] })
      onClose()
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <Dialog title="Save as a template" isOpen onClose={onClose}>
      <div className="stack">
        <p className="soft">
          Stages, steps and lanes are saved, cards are not. The touchpoints of each stage become its rules, so that maps can be computed
          with it.
        </p>
        <TextField label="Name" value={title} onChange={setTitle} onEnter={() => void save()} />
        <TextField label="What it is for" value={summary} onChange={setSummary} placeholder="One sentence" />
        <SelectField
          label="For"
          value={audience}
          choices={[
            { value: 'any', label: 'anybody' },
            { value: 'B2C', label: 'consumers' },
            { value: 'B2B', label: 'companies' },
          ]}
          onChange={setAudience}
        />
        {error === undefined ? null : <ProblemNotice error={error} />}
        <div className="row">
          <Button look="primary" onPress={() => void save()}>
            Save the template
          </Button>
          <Button onPress={onClose}>Not now</Button>
        </div>
      </div>
    </Dialog>
  )
}
