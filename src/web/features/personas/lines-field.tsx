import { Plus, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'

export interface LinesFieldProps {
  readonly label: string
  readonly hint: string
  readonly lines: readonly string[]
  readonly readOnly: boolean
  readonly onChange: (lines: readonly string[]) => void
}

/** A list of short lines: Enter begins the next, Backspace in an empty one takes it away. */
export function LinesField({ label, hint, lines, readOnly, onChange }: LinesFieldProps) {
  const id = useId()
  const list = useRef<HTMLUListElement>(null)
  const focus = (index: number): void =>
    requestAnimationFrame(() => list.current?.querySelectorAll('textarea')[index]?.focus()) as unknown as undefined
  const insert = (at: number): void => {
    onChange(lines.toSpliced(at, 0, ''))
    focus(at)
  }
  return (
    <section className="persona-lines" aria-labelledby={id}>
      <h2 id={id} className="persona-lines-title">
        {label}
      </h2>
      {lines.length === 0 ? <p className="faint small">{hint}</p> : null}
      <ul ref={list}>
        {lines.map((line, index) => (
          <li key={index} className="persona-line">
            <textarea
              className="persona-text"
              aria-label={`${label} ${index + 1}`}
              rows={1}
              maxLength={1000}
              readOnly={readOnly}
              value={line}
              onChange={(event) => onChange(lines.with(index, event.target.value.replace(/\n/g, ' ')))}
              onKeyDown={(event) => {
                if (event.key === 'Enter') {
                  event.preventDefault()
                  insert(index + 1)
                } else if (event.key === 'Backspace' && line === '') {
                  event.preventDefault()
                  onChange(lines.toSpliced(index, 1))
                  focus(Math.max(0, index - 1))
                }
              }}
            />
            {readOnly ? null : (
              <IconButton
                label={`Remove: ${line || 'empty line'}`}
                className="persona-remove"
                onPress={() => onChange(lines.toSpliced(index, 1))}
              >
                <X size={14} aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {readOnly || lines.length >= 50 ? null : (
        <Button
          small
          look="quiet"
          className="persona-add"
          aria-label={`Add to ${label.toLowerCase()}`}
          onPress={() => insert(lines.length)}
        >
          <Plus size={14} aria-hidden />
          Add
        </Button>
      )}
    </section>
  )
}
