import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { TemplateSummary } from '../../../contract/templates.ts'
import type { JourneyDefinition } from '../../../journey/definition.ts'
import { definitionsQuery, templatesQuery, vocabularyQuery } from '../../api/queries.ts'
import { request } from '../../api/request.ts'
import { useJob } from '../../api/use-job.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { DefinitionForm } from './definition-form.tsx'
import { startingDefinition } from './starting-definition.ts'

const own = 'own'

/** Which stages, which journeys, and then the work itself with its progress. */
export function NewMapDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const templates = useQuery(templatesQuery)
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
    <Dialog title="New map" wide isOpen onClose={onClose}>
      {job === undefined ? (
        <div className="stack">
          <h3>Stages</h3>
          <TemplateGallery templates={templates.data?.rows ?? []} chosen={template} onChoose={setTemplate} />
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
    </Dialog>
  )
}

interface GalleryProps {
  readonly templates: readonly TemplateSummary[]
  readonly chosen: string
  readonly onChoose: (name: string) => void
}
function TemplateGallery({ templates, chosen, onChoose }: GalleryProps) {
  return (
    <div className="gallery" role="radiogroup" aria-label="Template">
      <TemplateCard
        name=""
        title="From the data"
        audience="any"
        stages={[]}
        chosen={chosen === ''}
        onChoose={onChoose}
        summary="Wend works the stages out from the order in which touchpoints occur, and names them."
      />
      {templates.map((one) => (
        <TemplateCard
          key={one.name}
          {...one}
          stages={one.stages.map((stage) => stage.name)}
          chosen={chosen === one.name}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

interface TemplateCardProps {
  readonly name: string
  readonly title: string
  readonly audience: string
  readonly summary: string
  readonly stages: readonly string[]
  readonly chosen: boolean
  readonly onChoose: (name: string) => void
}
function TemplateCard({ name, title, audience, summary, stages, chosen, onChoose }: TemplateCardProps) {
  return (
    <label className="template" data-chosen={chosen || undefined}>
      <input type="radio" name="template" value={name} checked={chosen} onChange={() => onChoose(name)} />
      <span className="template-title">
        {title}
        {audience === 'any' ? null : <span className="template-audience">{audience}</span>}
      </span>
      <span className="small soft">{summary}</span>
      {stages.length === 0 ? null : (
        <span className="template-stages">
          {stages.map((stage) => (
            <span key={stage}>{stage}</span>
          ))}
        </span>
      )}
    </label>
  )
}
