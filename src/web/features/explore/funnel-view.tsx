import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import type { FunnelOrder, FunnelQuestion, TiePolicy, VariantsQuestion } from '../../../journey/question.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { FunnelBars } from '../../charts/funnel-bars.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NamePicker } from '../../ui/name-picker.tsx'
import { readDuration } from './duration-text.ts'
import { touchpointNames } from './event-filter-button.tsx'
import { DurationField } from './journey-filter-fields.tsx'
import { writeDuration } from './duration-text.ts'
import { useAnswer, useExplore } from './use-explore.ts'

const orders: readonly { readonly value: FunnelOrder; readonly label: string }[] = [
  { value: 'ordered', label: 'In order, others between' },
  { value: 'strict', label: 'Directly one after the other' },
  { value: 'any', label: 'In any order' },
]
const ties: readonly { readonly value: TiePolicy; readonly label: string }[] = [
  { value: 'capture-order', label: 'As they were recorded' },
  { value: 'step-order', label: 'In the order of the steps' },
  { value: 'strictly-later', label: 'Not counted as later' },
]

export function FunnelView() {
  const { search, change } = useExplore()
  const steps = search.steps ?? []
  return (
    <section className="funnel-layout">
      <div className="panel panel-body stack funnel-builder">
        <h2>Steps</h2>
        <StepList steps={steps} onChange={(next) => change({ steps: next.length > 0 ? next : undefined })} />
        <DurationField
          key={search.window ?? ''}
          label="Within, counted from the first step"
          ms={readDuration(search.window ?? '')}
          onChange={(ms) => change({ window: ms === undefined ? undefined : writeDuration(ms) }, true)}
        />
        <SelectField
          label="How the steps follow"
          value={search.order ?? 'ordered'}
          choices={orders}
          onChange={(order) => change({ order: order === 'ordered' ? undefined : (order as FunnelOrder) })}
        />
        <SelectField
          label="Events at the same instant"
          value={search.ties ?? 'capture-order'}
          choices={ties}
          onChange={(policy) => change({ ties: policy === 'capture-order' ? undefined : (policy as TiePolicy) })}
        />
      </div>
      <div className="panel panel-body">{steps.length < 1 ? <NoSteps /> : <Funnel steps={steps} />}</div>
    </section>
  )
}

function Funnel({ steps }: { readonly steps: readonly string[] }) {
  const { search, open } = useExplore()
  const windowMs = readDuration(search.window ?? '')
  const { query, question } = useAnswer<FunnelQuestion>({
    question: 'funnel',
    steps,
    order: search.order ?? 'ordered',
    ties: search.ties ?? 'capture-order',
    ...(windowMs === undefined ? {} : { windowMs }),
  })
  return (
    <Loaded query={query}>
      {(answer) => (
        <FunnelBars
          rows={answer.rows}
          groupName={question.groupBy}
          onOpen={(row, index, number) =>
            open(
              question,
              { kind: 'funnel-step', step: index + 1, number, ...(row.group === undefined ? {} : { group: row.group }) },
              number === 'reached' ? `Journeys that reached ${row.step}` : `Journeys lost before ${row.step}`,
            )
          }
        />
      )}
    </Loaded>
  )
}

function StepList({ steps, onChange }: { readonly steps: readonly string[]; readonly onChange: (steps: readonly string[]) => void }) {
  const vocabulary = useQuery(vocabularyQuery)
  const swap = (index: number, other: number): void => {
    const next = [...steps]
    const [a, b] = [steps[index], steps[other]]
    if (a === undefined || b === undefined) return
    next[index] = b
    next[other] = a
    onChange(next)
  }
  return (
    <>
      <ol className="funnel-steps">
        {steps.map((step, index) => (
          <li key={`${step}${index}`}>
            <span className="funnel-step-number numeric">{index + 1}</span>
            <span className="funnel-step-name">{step}</span>
            <IconButton label={`Move ${step} up`} isDisabled={index === 0} onPress={() => swap(index, index - 1)}>
              <ArrowUp size={14} aria-hidden />
            </IconButton>
            <IconButton label={`Move ${step} down`} isDisabled={index === steps.length - 1} onPress={() => swap(index, index + 1)}>
              <ArrowDown size={14} aria-hidden />
            </IconButton>
            <IconButton label={`Remove ${step}`} onPress={() => onChange(steps.toSpliced(index, 1))}>
              <X size={14} aria-hidden />
            </IconButton>
          </li>
        ))}
      </ol>
      <NamePicker
        label="Add a step"
        single
        names={touchpointNames(vocabulary.data)}
        chosen={[]}
        onChange={([name]) => name !== undefined && onChange([...steps, name])}
      />
    </>
  )
}

function NoSteps() {
  const { change } = useExplore()
  const { query } = useAnswer<VariantsQuestion>({ question: 'variants', limit: 1, collapseRepeats: true })
  const path = [...new Set(query.data?.rows[0]?.path ?? [])].slice(0, 6)
  return (
    <Empty
      title="Pick the steps that should follow each other"
      actions={
        path.length > 1 ? (
          <Button onPress={() => change({ steps: path })}>
            <Plus size={15} aria-hidden />
            Take the most common path
          </Button>
        ) : null
      }
    >
      <p>
        A funnel counts how many journeys get from the first step to each later one, with the 95 % interval of each share and the time it
        takes.
      </p>
      <p>
        If a journey comes to the first step several times, the latest time that still leads on counts. One event serves at most one step.
      </p>
    </Empty>
  )
}
