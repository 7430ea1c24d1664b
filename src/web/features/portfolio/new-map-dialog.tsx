import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MapSummary } from '../../../contract/maps.ts'
import type { JourneyDefinition } from '../../../journey/definition.ts'
import { definitionsQuery, vocabularyQuery } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { useJob } from '../../api/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ImportMap } from '../import-map/import-map.tsx'
import { DefinitionForm } from '../map/definition-form.tsx'
import { startingDefinition } from '../map/starting-definition.ts'
import { TemplateGallery } from '../templates/template-gallery.tsx'

const own = 'own'

type Way = 'data' | 'hand' | 'file'

/** A map computed from the data, begun by hand from a template or from nothing, or read from a file. */
export function NewMapDialog({ onClose, empty }: { readonly onClose: () => void; readonly empty: boolean }) {
  const [way, setWay] = useState<Way>(empty ? 'hand' : 'data')
  const forms = { data: ComputeMap, hand: StartByHand, file: ImportMap }
  const Form = forms[way]
  return (
    <Dialog title="New map" wide isOpen onClose={onClose}>
      <div className="stack">
        <Segmented
          label="How to begin"
          value={way}
          choices={[
            { value: 'data', label: 'From data' },
            { value: 'hand', label: 'By hand' },
            { value: 'file', label: 'From a file' },
          ]}
          onChange={setWay}
        />
        <Form onClose={onClose} />
      </div>
    </Dialog>
  )
}

/** A title and stages to begin with; every card is then written by people. */
function StartByHand({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [template, setTemplate] = useState('')
  const [title, setTitle] = useState('')
  const [error, setError] = useState<unknown>()
  const make = async (): Promise<void> => {
    setError(undefined)
    try {
      const body = { title: title.trim() === '' ? 'Untitled map' : title.trim(), ...(template === '' ? {} : { template }) }
      const { id } = await request<MapSummary>('/maps', { method: 'POST', body })
      void client.invalidateQueries({ queryKey: ['maps'] })
      await navigate({ to: '/maps/$map', params: { map: id } })
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <div className="stack">
      <TextField label="Title" value={title} onChange={setTitle} placeholder="Untitled map" onEnter={() => void make()} />
      <TemplateGallery
        chosen={template}
        onChoose={setTemplate}
        none={{ title: 'Blank map', summary: 'Three stages (before, during, after) and the usual lanes.' }}
      />
      {error === undefined ? null : <ProblemNotice error={error} />}
      <div className="row">
        <Button look="primary" onPress={() => void make()}>
          Make the map
        </Button>
        <Button onPress={onClose}>Not now</Button>
      </div>
    </div>
  )
}

/** Which stages, which journeys, and then the work itself with its progress. */
function ComputeMap({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const definitions = useQuery(definitionsQuery)
  const vocabulary = useQuery(vocabularyQuery)
  const [template, setTemplate] = useState('')
  const [title, setTitle] = useState('')
  const [chosen, setChoice] = useState<string | undefined>()
  const choice = chosen ?? definitions.data?.rows.find((one) => !one.builtIn)?.id ?? own
  const [definition, setDefinition] = useState<JourneyDefinition>(startingDefinition)
  const [job, setJob] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const state = useJob(job)
  const made = state?.state === 'done' ? state.result.map : undefined
  useEffect(() => {
    if (made !== undefined) void navigate({ to: '/maps/$map', params: { map: made } })
  }, [made, navigate])
  const start = async (): Promise<void> => {
    setError(undefined)
    try {
      const body = {
        definition: choice === own ? definition : choice,
        ...(template === '' ? {} : { template }),
        ...(title.trim() === '' ? {} : { title: title.trim() }),
      }
      setJob((await request<{ job: string }>('/maps/discover', { method: 'POST', body })).job)
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      {job === undefined ? (
        <div className="stack">
          <h3>Stages</h3>
          <TemplateGallery
            chosen={template}
            onChoose={setTemplate}
            none={{
              title: 'From the data',
              summary: 'Wend works the stages out from the order in which touchpoints occur, and names them.',
            }}
          />
          <h3>Journeys</h3>
          <SelectField
            label="Journey definition"
            value={choice}
            choices={[
              { value: own, label: 'Defined here' },
              ...(definitions.data?.rows ?? []).map((one) => ({ value: one.id, label: one.definition.name })),
            ]}
            onChange={setChoice}
          />
          {choice === own ? <DefinitionForm definition={definition} vocabulary={vocabulary.data} onChange={setDefinition} /> : null}
          <TextField label="Title" value={title} onChange={setTitle} placeholder="Wend finds one" />
          {error === undefined ? null : <ProblemNotice error={error} />}
          <div className="row">
            <Button look="primary" onPress={() => void start()}>
              Compute the map
            </Button>
            <Button onPress={onClose}>Not now</Button>
          </div>
        </div>
      ) : (
        <JobProgressView job={state} id={job} onAgain={() => setJob(undefined)} />
      )}
    </>
  )
}
