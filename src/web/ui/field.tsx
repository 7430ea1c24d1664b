import { useId, type ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}
interface Labelled {
  readonly label: string
  /** The label is read out but not shown. */
  readonly hideLabel?: boolean
  readonly hint?: ReactNode
  readonly className?: string
}

/** A choice of one: the platform's own select, so that phones show their own picker. */
export function SelectField(
  props: Labelled & { readonly value: string; readonly choices: readonly Choice[]; readonly onChange: (value: string) => void },
) {
  const id = useId()
  return (
    <Shape {...props} id={id}>
      <select id={id} className="control select" value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Shape>
  )
}

export interface TextFieldProps extends Labelled {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date' | 'number' | 'search'
  readonly placeholder?: string
  readonly onEnter?: () => void
}
export function TextField(props: TextFieldProps) {
  const id = useId()
  return (
    <Shape {...props} id={id}>
      <input
        id={id}
        className="control"
        type={props.type ?? 'text'}
        value={props.value}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && props.onEnter?.()}
      />
    </Shape>
  )
}

function Shape({ label, hideLabel, hint, id, className, children }: Labelled & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className={classNames('field', className)}>
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {children}
      {hint === undefined ? null : <span className="field-hint">{hint}</span>}
    </div>
  )
}
