import { useQuery } from '@tanstack/react-query'
import { useId, type Ref } from 'react'
import { tagsQuery } from './research-queries.ts'

export interface TagsFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onEnter?: () => void
  readonly input?: Ref<HTMLInputElement>
}

/** Tags, separated by commas; those in use are offered. */
export function TagsField({ value, onChange, onEnter, input }: TagsFieldProps) {
  const id = useId()
  const tags = useQuery(tagsQuery)
  const before = value.includes(',') ? `${value.slice(0, value.lastIndexOf(',') + 1)} ` : ''
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        Tags
      </label>
      <input
        ref={input}
        id={id}
        list={`${id}-tags`}
        className="control"
        value={value}
        placeholder="waiting, returns"
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            onEnter?.()
          }
        }}
      />
      <datalist id={`${id}-tags`}>
        {(tags.data?.rows ?? []).map(({ tag }) => (
          <option key={tag} value={before + tag} />
        ))}
      </datalist>
    </div>
  )
}

/** The tags of a text with commas, each once. */
export const tagsIn = (text: string): string[] =>
  [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim().slice(0, 60))
        .filter(Boolean),
    ),
  ].slice(0, 30)
