import { useState, type KeyboardEvent } from 'react'

export interface KeptProps {
  readonly label: string
  readonly value: string
  readonly rows?: number
  readonly onSave: (value: string) => void
}
/** A field that keeps what is typed when it is left or Enter is pressed; Shift and Enter break the line of a long one. */
export function Kept({ label, value, rows, onSave }: KeptProps) {
  const [typed, setTyped] = useState<string | undefined>()
  const save = (): void => {
    if (typed !== undefined && typed !== value) onSave(typed)
    setTyped(undefined)
  }
  const shared = {
    className: rows === undefined ? 'control' : 'control prose-field',
    value: typed ?? value,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
    onBlur: save,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.shiftKey) return
      event.preventDefault()
      save()
    },
  }
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      {rows === undefined ? <input {...shared} maxLength={2000} /> : <textarea {...shared} rows={rows} maxLength={20_000} />}
    </label>
  )
}
