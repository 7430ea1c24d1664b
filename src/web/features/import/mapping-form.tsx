import type { Preview } from '../../../contract/imports.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { columnOf, readRecipeForm, setRuleField, setTimezone, type RuleField, type RuleForm } from './recipe-form.ts'
import { timeFormats } from './time-format.ts'
import { zoneNames } from './zone-names.ts'

const scales = ['nps', 'csat', 'stars', 'ces', '1..5', '1..7', '0..10', '7..1']

export interface MappingFormProps {
  readonly recipe: string
  readonly files: Preview['files']
  readonly onRecipe: (recipe: string) => void
}

/** Which column is which, for each kind of event. */
export function MappingForm({ recipe, files, onRecipe }: MappingFormProps) {
  const form = readRecipeForm(recipe)
  if (!form) return null
  const columns = [...new Set(files.flatMap((file) => file.columns))]
  return (
    <section className="panel panel-body stack" aria-label="Which column is which">
      <div className="spread">
        <h2>Which column is which</h2>
        <SelectField
          label="Zone of times that carry none"
          className="mapping-zone"
          value={form.timezone}
          choices={zoneNames(form.timezone).map((name) => ({ value: name, label: name }))}
          onChange={(zone) => onRecipe(setTimezone(recipe, zone))}
        />
      </div>
      {form.rules.map((rule, index) => (
        <RuleFields
          key={index}
          rule={rule}
          name={form.rules.length > 1 ? rule.from || `Kind ${index + 1}` : undefined}
          columns={columns}
          onField={(field, value) => onRecipe(setRuleField(recipe, index, { field, value }))}
        />
      ))}
    </section>
  )
}

interface RuleFieldsProps {
  readonly rule: RuleForm
  readonly name: string | undefined
  readonly columns: readonly string[]
  readonly onField: (field: RuleField, value: string) => void
}
function RuleFields({ rule, name, columns, onField }: RuleFieldsProps) {
  const column = (field: RuleField, label: string, optional = true) => (
    <ColumnField
      key={field}
      label={label}
      value={rule[field]}
      columns={columns}
      optional={optional}
      onChange={(value) => onField(field, value)}
    />
  )
  const wide = rule.each.length > 0
  return (
    <fieldset className="mapping-rule">
      {name === undefined ? null : <legend>{name}</legend>}
      {column('customer', 'Customer', false)}
      {wide ? null : column('touchpoint', 'Touchpoint', false)}
      {wide ? null : (
        <>
          {column('time', 'Time', false)}
          <SelectField
            label="Times are written as"
            value={rule.timeFormat}
            choices={timeFormats}
            onChange={(value) => onField('timeFormat', value)}
          />
        </>
      )}
      {column('channel', 'Channel')}
      {column('account', 'Account')}
      {column('role', 'Role')}
      {column('score', 'Score')}
      {rule.score === '' ? null : (
        <SelectField
          label="Score’s scale"
          value={rule.scale}
          choices={[...new Set([rule.scale, ...scales])].map((value) => ({ value, label: value }))}
          onChange={(value) => onField('scale', value)}
        />
      )}
      {column('text', 'Customer’s words')}
      {wide ? (
        <div className="mapping-each">
          <span className="field-label">One event for each of these times</span>
          <ul className="row">
            {rule.each.map((entry) => (
              <li key={`${entry.touchpoint}${entry.time}`} className="chip">
                {entry.touchpoint} <span className="faint">{entry.time}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </fieldset>
  )
}

interface ColumnFieldProps {
  readonly label: string
  readonly value: string
  readonly columns: readonly string[]
  readonly optional: boolean
  readonly onChange: (value: string) => void
}
const typed = '\u0000typed'

/** A column, a fixed text or a pattern of both. */
function ColumnField({ label, value, columns, optional, onChange }: ColumnFieldProps) {
  const column = columnOf(value)
  const known = column !== undefined && columns.includes(column)
  if (value !== '' && !known)
    return <TextField label={label} value={value} hint="Text with {columns}; empty to choose" onChange={onChange} />
  return (
    <SelectField
      label={label}
      value={known ? value : ''}
      choices={[
        { value: '', label: optional ? 'None' : 'Choose a column' },
        ...columns.map((name) => ({ value: `{${name}}`, label: name })),
        { value: typed, label: 'Fixed text…' },
      ]}
      onChange={(next) => onChange(next === typed ? label : next)}
    />
  )
}
