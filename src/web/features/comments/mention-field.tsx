import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { commentLength } from '../../../contract/comments.ts'
import { classNames } from '../../ui/class-names.ts'
import { usePeople } from '../people/people-queries.ts'
import { completeMention, matchPeople, mentionAt, type Mentionable } from './mention-text.ts'

export interface MentionFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** Ctrl or ⌘ with Enter. */
  readonly onSubmit: () => void
  readonly onCancel?: () => void
  readonly placeholder?: string
  readonly autoFocus?: boolean
  /** One line high until something is written. */
  readonly low?: boolean
}

/** A text with a list of people that opens at an `@`: arrows choose, Enter or Tab takes, Escape closes the list. */
export function MentionField({
  label,
  value,
  onChange,
  onSubmit,
  onCancel,
  placeholder,
  autoFocus = false,
  low = false,
}: MentionFieldProps) {
  const people = usePeople()
  const field = useRef<HTMLTextAreaElement>(null)
  const listId = useId()
  const [caret, setCaret] = useState(0)
  const [closedAt, setClosedAt] = useState<number | undefined>()
  const [marked, setMarked] = useState(0)
  const wantedCaret = useRef<number | undefined>(undefined)
  // Before the next key comes: a caret that follows later would have it typed at the end.
  useLayoutEffect(() => {
    if (wantedCaret.current === undefined) return
    field.current?.focus()
    field.current?.setSelectionRange(wantedCaret.current, wantedCaret.current)
    wantedCaret.current = undefined
  }, [value])
  const query = mentionAt(value, caret)
  const choices = query && query.from !== closedAt ? matchPeople(people, query.typed) : []
  // A name that stands there whole needs no list.
  const open = choices.length > 0 && !(choices.length === 1 && choices[0]?.name === query?.typed)
  const active = Math.min(marked, choices.length - 1)

  const take = (person: Mentionable): void => {
    if (!query) return
    const done = completeMention(value, query, person)
    onChange(done.text)
    setClosedAt(query.from)
    setCaret(done.caret)
    wantedCaret.current = done.caret
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    // Keys of an input method are its own.
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const person = choices[active]
    if (open && step !== 0) setMarked((active + step + choices.length) % choices.length)
    else if (open && person && (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey) take(person)
    else if (open && event.key === 'Escape') setClosedAt(query?.from)
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit()
    else if (event.key === 'Escape' && onCancel) onCancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const noteCaret = (): void => setCaret(field.current?.selectionStart ?? 0)
  return (
    <div className="mention-field">
      <textarea
        ref={field}
        className="control mention-input"
        rows={low && value === '' ? 1 : 2}
        data-low={(low && value === '') || undefined}
        aria-label={label}
        role="combobox"
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={open}
        aria-controls={open ? listId : undefined}
        aria-activedescendant={open ? `${listId}-${choices[active]?.id}` : undefined}
        value={value}
        maxLength={commentLength}
        placeholder={placeholder}
        autoFocus={autoFocus}
        onChange={(event) => {
          onChange(event.target.value)
          setCaret(event.target.selectionStart)
          setMarked(0)
          if (mentionAt(event.target.value, event.target.selectionStart)?.from !== closedAt) setClosedAt(undefined)
        }}
        onSelect={noteCaret}
        onBlur={() => setClosedAt(query?.from)}
        onKeyDown={onKeyDown}
      />
      {open ? (
        <div id={listId} role="listbox" aria-label="People" className="mention-list">
          {choices.map((person, index) => (
            <div
              key={person.id}
              id={`${listId}-${person.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={classNames('mention-choice', index === active && 'mention-choice-active')}
              // The field keeps the focus: pressing would blur it first.
              onPointerDown={(event) => {
                event.preventDefault()
                take(person)
              }}
            >
              {person.name}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}
