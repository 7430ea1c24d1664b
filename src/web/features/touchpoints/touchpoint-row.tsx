import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { LibraryTouchpoint } from '../../../contract/touchpoints.ts'
import { formatCount, plural } from '../../../exports/format.ts'
import { Button } from '../../ui/button.tsx'
import type { Library } from './use-library.ts'

export interface TouchpointRowProps {
  readonly touchpoint: LibraryTouchpoint
  readonly may: boolean
  readonly library: Library
  readonly onOpen: () => void
}

export function TouchpointRow({ touchpoint, may, library, onOpen }: TouchpointRowProps) {
  const { id, name, channel, team, events, names, rules, maps } = touchpoint
  const [first, ...others] = maps
  const taken = rules.length === 0 ? 'No rule yet' : `${plural(names, 'name')} by ${plural(rules.length, 'rule')}`
  const save = (field: 'name' | 'channel' | 'team') => (value: string) => library.change(id, { [field]: value })
  return (
    <tr>
      <td className="touchpoint-name">
        <InlineText label={`Name of ${name}`} value={name} readOnly={!may} needed onSave={save('name')} />
      </td>
      <td>
        <InlineText label={`Channel of ${name}`} value={channel} readOnly={!may} onSave={save('channel')} />
      </td>
      <td>
        <InlineText label={`Team that owns ${name}`} value={team} readOnly={!may} placeholder="Nobody yet" onSave={save('team')} />
      </td>
      <td className="end">{formatCount(events)}</td>
      <td>
        <Button small look="quiet" onPress={onOpen} aria-label={`${taken}: rules of ${name}`}>
          {taken}
        </Button>
      </td>
      <td className="small">
        {first ? (
          <>
            <Link to="/maps/$map" params={{ map: first.map }}>
              {first.title}
            </Link>
            {others.length > 0 ? (
              <button type="button" className="link-button" onClick={onOpen}>
                {' '}
                and {others.length} more
              </button>
            ) : null}
          </>
        ) : (
          <span className="faint">no map</span>
        )}
      </td>
    </tr>
  )
}

interface InlineTextProps {
  readonly label: string
  readonly value: string
  readonly readOnly: boolean
  readonly placeholder?: string
  /** An empty text is not saved. */
  readonly needed?: boolean
  readonly onSave: (value: string) => Promise<boolean>
}

/** A text of a table, edited in place: Enter or leaving saves, Escape gives up. What is refused is put back. */
function InlineText({ label, value, readOnly, placeholder, needed = false, onSave }: InlineTextProps) {
  const [draft, setDraft] = useState<string | undefined>()
  const save = async (): Promise<void> => {
    const next = draft?.trim()
    if (next !== undefined && next !== value && !(needed && next === '')) await onSave(next)
    setDraft(undefined)
  }
  if (readOnly) return <span>{value}</span>
  return (
    <input
      className="inline-text"
      aria-label={label}
      maxLength={200}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setDraft(undefined)
      }}
    />
  )
}
