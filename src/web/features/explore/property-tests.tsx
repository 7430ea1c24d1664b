import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { PropertyTest } from '../../../journey/filter.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'

const operators = ['=', '!=', '<', '<=', '>', '>='] as const

export interface PropertyTestsProps {
  readonly subject: string
  readonly names: readonly string[]
  readonly tests: readonly PropertyTest[]
  readonly onChange: (tests: readonly PropertyTest[]) => void
}

/** Comparisons with properties: the ones that hold, and a line to add another. */
export function PropertyTests({ subject, names, tests, onChange }: PropertyTestsProps) {
  const [draft, setDraft] = useState<PropertyTest>({ property: '', operator: '=', value: '' })
  if (names.length === 0) return null
  const add = (): void => {
    if (draft.property === '') return
    onChange([...tests, draft])
    setDraft({ ...draft, value: '' })
  }
  return (
    <fieldset className="property-tests">
      <legend className="field-label">{subject}</legend>
      {tests.map((test, index) => (
        <div key={`${test.property}${index}`} className="spread small">
          <span>
            {test.property} {test.operator} {test.value || '(empty)'}
          </span>
          <IconButton label={`Remove ${test.property}`} onPress={() => onChange(tests.toSpliced(index, 1))}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      <div className="property-line">
        <SelectField
          label="Property"
          hideLabel
          value={draft.property}
          choices={[{ value: '', label: 'Property' }, ...names.map((name) => ({ value: name, label: name }))]}
          onChange={(property) => setDraft({ ...draft, property })}
        />
        <SelectField
          label="Comparison"
          hideLabel
          value={draft.operator}
          choices={operators.map((one) => ({ value: one, label: one }))}
          onChange={(operator) => setDraft({ ...draft, operator: operator as PropertyTest['operator'] })}
        />
        <TextField
          label="Value"
          hideLabel
          value={draft.value}
          placeholder="Value"
          onChange={(value) => setDraft({ ...draft, value })}
          onEnter={add}
        />
        <Button small isDisabled={draft.property === ''} onPress={add} aria-label="Add this comparison">
          <Plus size={14} aria-hidden />
        </Button>
      </div>
    </fieldset>
  )
}
