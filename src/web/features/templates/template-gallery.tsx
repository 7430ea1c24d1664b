import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { TemplateSummary } from '../../../contract/templates.ts'
import { templatesQuery } from '../../api/queries.ts'
import { TextField } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { DeleteTemplate } from './delete-template.tsx'
import { type Audience, findTemplates } from './find-templates.ts'
import { TemplatePreview } from './template-preview.tsx'

export interface TemplateGalleryProps {
  /** Name of a template; empty: none. */
  readonly chosen: string
  readonly onChoose: (name: string) => void
  /** What it means to choose none. */
  readonly none: { readonly title: string; readonly summary: string }
}

/** Templates to choose one of, with a drawing of each; the workspace's own come first. */
export function TemplateGallery({ chosen, onChoose, none }: TemplateGalleryProps) {
  const templates = useQuery(templatesQuery)
  const [search, setSearch] = useState('')
  const [audience, setAudience] = useState<Audience>('any')
  const found = findTemplates(templates.data?.rows ?? [], search, audience)
  return (
    <div className="stack gallery-frame">
      <div className="row gallery-tools">
        <TextField label="Search templates" hideLabel type="search" placeholder="Search templates" value={search} onChange={setSearch} />
        <Segmented
          label="For whom"
          value={audience}
          choices={[
            { value: 'any', label: 'All' },
            { value: 'B2C', label: 'Consumers' },
            { value: 'B2B', label: 'Companies' },
          ]}
          onChange={setAudience}
        />
      </div>
      <div className="gallery" role="radiogroup" aria-label="Template">
        {search === '' ? <Choice name="" {...none} chosen={chosen} onChoose={onChoose} /> : null}
        {found.map((template) => (
          <Choice
            key={template.name}
            name={template.name}
            title={template.title}
            summary={template.summary}
            chosen={chosen}
            onChoose={onChoose}
            template={template}
          />
        ))}
      </div>
      {found.length === 0 ? <p className="small soft">No template says that. Search for a kind of business or a stage.</p> : null}
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly title: string
  readonly summary: string
  readonly chosen: string
  readonly onChoose: (name: string) => void
  readonly template?: TemplateSummary
}
function Choice({ name, title, summary, chosen, onChoose, template }: ChoiceProps) {
  const [deleting, setDeleting] = useState(false)
  return (
    <div className="template" data-chosen={chosen === name || undefined}>
      <label className="template-choice">
        <input type="radio" name="template" value={name} checked={chosen === name} onChange={() => onChoose(name)} />
        {template ? <TemplatePreview template={template} /> : null}
        <span className="template-title" dir="auto">
          {title}
          {template && template.audience !== 'any' ? <span className="template-audience">{template.audience}</span> : null}
        </span>
        <span className="small soft" dir="auto">
          {summary}
        </span>
        {template ? <span className="small faint">{template.stages.map((stage) => stage.name).join(' › ')}</span> : null}
      </label>
      {template && template.savedBy !== null ? (
        <p className="template-own small faint">
          Saved by {template.savedBy}
          <button type="button" className="link-button" aria-label={`Delete the template ${title}`} onClick={() => setDeleting(true)}>
            <Trash2 size={13} aria-hidden />
          </button>
        </p>
      ) : null}
      {deleting ? <DeleteTemplate name={name} title={title} onClose={() => setDeleting(false)} /> : null}
    </div>
  )
}
