import type { JourneyDefinition } from '../../../journey/definition.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { NamePicker } from '../../ui/name-picker.tsx'
import { touchpointNames, type Vocabulary } from '../explore/event-filter-button.tsx'
import { DurationField } from '../explore/journey-filter-fields.tsx'
import { changeDefinition } from './starting-definition.ts'

export interface DefinitionFormProps {
  readonly definition: JourneyDefinition
  readonly vocabulary: Vocabulary | undefined
  readonly onChange: (definition: JourneyDefinition) => void
}

/** Whose events make a journey, where it starts, what ends it, what splits it. */
export function DefinitionForm({ definition, vocabulary, onChange }: DefinitionFormProps) {
  const set = (patch: Parameters<typeof changeDefinition>[1]): void => onChange(changeDefinition(definition, patch))
  const names = touchpointNames(vocabulary)
  return (
    <div className="definition-form">
      <TextField label="Name" value={definition.name} onChange={(name) => set({ name })} />
      <SelectField
        label="One journey is of"
        value={definition.unit}
        choices={[
          { value: 'customer', label: 'a customer' },
          { value: 'account', label: 'an account, with all its people' },
        ]}
        onChange={(unit) => set({ unit: unit as JourneyDefinition['unit'] })}
      />
      <div className="field">
        <span className="field-label">Starts at</span>
        <NamePicker label="Start touchpoints" names={names} chosen={definition.start} onChange={(start) => set({ start })} />
        <span className="field-hint">None: at the first event.</span>
      </div>
      <div className="field">
        <span className="field-label">Goal</span>
        <NamePicker label="Goal touchpoints" names={names} chosen={definition.goal} onChange={(goal) => set({ goal })} />
        <span className="field-hint">The first of them ends the journey. None: journeys have no goal.</span>
      </div>
      <DurationField
        label="Split where nothing happens for"
        ms={definition.inactivityMs}
        onChange={(inactivityMs) => set({ inactivityMs })}
      />
      <DurationField label="Still open if younger than" ms={definition.stillOpenMs} onChange={(stillOpenMs) => set({ stillOpenMs })} />
      <SelectField
        label="After the goal"
        value={definition.repeats ? 'next' : 'none'}
        choices={[
          { value: 'none', label: 'later events belong to no journey' },
          { value: 'next', label: 'later events begin the next journey' },
        ]}
        onChange={(value) => set({ repeats: value === 'next' })}
      />
    </div>
  )
}
