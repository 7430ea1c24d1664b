import { useQuery } from '@tanstack/react-query'
import { ArrowUp, Trash2 } from 'lucide-react'
import type { Plan, PlannedStage, PlannedStep } from '../../../journey/plan.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { IconButton } from '../../ui/button.tsx'
import { NamePicker } from '../../ui/name-picker.tsx'

const mostInAnyOrder = 10

/** The plan's stages and steps: what is optional, what may repeat, what may come in any order, and which touchpoints a step stands for. */
export function PlanEditor({ plan, onChange }: { readonly plan: Plan; readonly onChange: (plan: Plan) => void }) {
  const vocabulary = useQuery(vocabularyQuery)
  const names = (vocabulary.data?.touchpoints ?? []).map(({ name, events }) => ({ name, count: events }))
  const setStage = (at: number, stage: PlannedStage): void => onChange({ ...plan, stages: plan.stages.with(at, stage) })
  return (
    <details className="panel plan-editor">
      <summary>
        The plan: {plan.stages.length} stages, {plan.stages.reduce((sum, { steps }) => sum + steps.length, 0)} steps
      </summary>
      <ol className="plan-stages">
        {plan.stages.map((stage, at) => (
          <li key={`${at} ${stage.name}`}>
            <div className="row">
              <strong>{stage.name}</strong>
              <label className="small">
                <input
                  type="checkbox"
                  checked={stage.anyOrder ?? false}
                  disabled={stage.steps.length > mostInAnyOrder}
                  onChange={(event) => setStage(at, { ...stage, anyOrder: event.target.checked })}
                />{' '}
                steps in any order
              </label>
            </div>
            <ol className="plan-steps">
              {stage.steps.map((step, place) => (
                <li key={`${place} ${step.name}`} className="row">
                  <StepFields
                    step={step}
                    names={names}
                    onChange={(next) => setStage(at, { ...stage, steps: stage.steps.with(place, next) })}
                  />
                  <IconButton
                    label={`Move ${step.name} up`}
                    isDisabled={place === 0}
                    onPress={() => setStage(at, { ...stage, steps: raised(stage.steps, place) })}
                  >
                    <ArrowUp size={14} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={`Take ${step.name} off the plan`}
                    onPress={() => setStage(at, { ...stage, steps: stage.steps.toSpliced(place, 1) })}
                  >
                    <Trash2 size={14} aria-hidden />
                  </IconButton>
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ol>
    </details>
  )
}

const raised = (steps: readonly PlannedStep[], place: number): readonly PlannedStep[] =>
  steps.toSpliced(place, 1).toSpliced(place - 1, 0, steps[place]!)

interface StepFieldsProps {
  readonly step: PlannedStep
  readonly names: readonly { readonly name: string; readonly count: number }[]
  readonly onChange: (step: PlannedStep) => void
}

function StepFields({ step, names, onChange }: StepFieldsProps) {
  return (
    <>
      <span className="plan-step-name">{step.name}</span>
      <span className="plan-step-touchpoints">
        <NamePicker
          label="Touchpoints"
          names={names}
          chosen={step.touchpoints}
          onChange={(touchpoints) => onChange({ ...step, touchpoints })}
        />
      </span>
      <label className="small">
        <input
          type="checkbox"
          checked={step.optional ?? false}
          onChange={(event) => onChange({ ...step, optional: event.target.checked })}
        />{' '}
        may be left out
      </label>
      <label className="small">
        <input
          type="checkbox"
          checked={step.repeatable ?? false}
          onChange={(event) => onChange({ ...step, repeatable: event.target.checked })}
        />{' '}
        may repeat
      </label>
    </>
  )
}
