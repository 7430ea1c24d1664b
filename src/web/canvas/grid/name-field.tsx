import { useRef, useState, type ReactNode } from 'react'
import { useEditor, useSignal } from '../editor-context.tsx'

export interface NameFieldProps {
  readonly of: 'stage' | 'step' | 'lane' | 'map' | 'picture'
  readonly id: string
  readonly name: string
  readonly label: string
  readonly onSave: (name: string) => void
  readonly children: ReactNode
}

/** A name that is edited where it stands: double click, Enter or F2 opens it, Enter keeps it, Escape leaves it as it was. */
export function NameField({ of, id, name, label, onSave, children }: NameFieldProps) {
  const editor = useEditor()
  useSignal(editor, `head ${of} ${id}`)
  const editing = editor.editing?.kind === 'head' && editor.editing.of === of && editor.editing.id === id
  if (!editing) return children
  return <NameInput name={name} label={label} onSave={onSave} />
}

function NameInput({ name, label, onSave }: Pick<NameFieldProps, 'name' | 'label' | 'onSave'>) {
  const editor = useEditor()
  const [text, setText] = useState(name)
  const done = useRef(false)
  const leave = (keep: boolean): void => {
    if (done.current) return
    done.current = true
    editor.edit(undefined)
    if (keep && text.trim() !== '' && text.trim() !== name) onSave(text.trim())
  }
  return (
    <input
      className="name-input"
      aria-label={label}
      placeholder={label}
      value={text}
      autoFocus
      maxLength={200}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => leave(true)}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') leave(true)
        else if (event.key === 'Escape') leave(false)
      }}
    />
  )
}
