import { ArrowUp, Plus, X } from 'lucide-react'
import type { LibraryTouchpoint } from '../../../contract/touchpoints.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { SelectField, TextField } from '../../ui/field.tsx'

type Rules = LibraryTouchpoint['rules']

export interface RulesFieldProps {
  readonly rules: Rules
  readonly readOnly: boolean
  readonly onChange: (rules: Rules) => void
}

const kinds = [
  { value: 'exact', label: 'is exactly' },
  { value: 'starts', label: 'starts with' },
  { value: 'contains', label: 'contains' },
  { value: 'pattern', label: 'fits the pattern' },
] as const

/** Which event names mean the touchpoint: any of these. */
export function RulesField({ rules, readOnly, onChange }: RulesFieldProps) {
  return (
    <fieldset className="touchpoint-rules" disabled={readOnly}>
      <legend className="field-label">An event is of this touchpoint when its name</legend>
      {rules.map((rule, index) => (
        <div key={index} className="touchpoint-rule">
          <SelectField
            label={`Rule ${index + 1}`}
            hideLabel
            value={rule.kind}
            choices={kinds}
            onChange={(kind) => onChange(rules.with(index, { ...rule, kind: kind as Rules[number]['kind'] }))}
          />
          <TextField
            label={`Text of rule ${index + 1}`}
            hideLabel
            value={rule.text}
            placeholder={rule.kind === 'pattern' ? 'checkout * step *' : 'checkout'}
            onChange={(text) => onChange(rules.with(index, { ...rule, text }))}
          />
          <IconButton
            label={`Rule ${index + 1} first`}
            isDisabled={index === 0}
            onPress={() => onChange([rule, ...rules.toSpliced(index, 1)])}
          >
            <ArrowUp size={14} aria-hidden />
          </IconButton>
          <IconButton label={`Remove rule ${index + 1}`} onPress={() => onChange(rules.toSpliced(index, 1))}>
            <X size={14} aria-hidden />
          </IconButton>
        </div>
      ))}
      {readOnly ? null : (
        <Button small look="quiet" className="touchpoint-rule-add" onPress={() => onChange([...rules, { kind: 'exact', text: '' }])}>
          <Plus size={14} aria-hidden />
          Add a rule
        </Button>
      )}
      <p className="faint small">
        In a pattern, * stands for anything. An exact name always wins; otherwise the touchpoint higher in the library does.
      </p>
    </fieldset>
  )
}
