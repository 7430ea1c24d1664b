import { useState } from 'react'
import type { JourneyFilter, Outcome } from '../../../journey/filter.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { NamePicker } from '../../ui/name-picker.tsx'
import { readDuration, writeDuration } from './duration-text.ts'
import { touchpointNames, type Vocabulary } from './event-filter-button.tsx'
import { PropertyTests } from './property-tests.tsx'

const outcomes: readonly { readonly value: Outcome | ''; readonly label: string }[] = [
  { value: '', label: 'However they ended' },
  { value: 'goal', label: 'Reached the goal' },
  { value: 'lost', label: 'Ended without the goal' },
  { value: 'open', label: 'Still open' },
]

export interface JourneyFilterFieldsProps {
  readonly filter: JourneyFilter
  readonly vocabulary: Vocabulary | undefined
  /** Undefined when nothing is left of the filter. */
  readonly onChange: (filter: JourneyFilter | undefined) => void
}

/** The controls that say which journeys are counted; Explore filters with them, and personas are ruled by them. */
export function JourneyFilterFields({ filter, vocabulary, onChange }: JourneyFilterFieldsProps) {
  const set = (patch: { readonly [Key in keyof JourneyFilter]?: JourneyFilter[Key] | undefined }): void => {
    const next = Object.fromEntries(
      Object.entries({ ...filter, ...patch }).filter(([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0)),
    )
    onChange(Object.keys(next).length > 0 ? next : undefined)
  }
  return (
    <>
      <NamePicker
        label="Reached"
        names={touchpointNames(vocabulary)}
        chosen={filter.reached ?? []}
        onChange={(reached) => set({ reached })}
      />
      <NamePicker
        label="Did not reach"
        names={touchpointNames(vocabulary)}
        chosen={filter.notReached ?? []}
        onChange={(notReached) => set({ notReached })}
      />
      <SelectField
        label="Ended"
        hideLabel
        value={filter.outcomes?.[0] ?? ''}
        choices={outcomes}
        onChange={(value) => set({ outcomes: value === '' ? undefined : [value as Outcome] })}
      />
      <div className="filter-pair">
        <DurationField label="Took at least" ms={filter.minDurationMs} onChange={(minDurationMs) => set({ minDurationMs })} />
        <DurationField label="Took at most" ms={filter.maxDurationMs} onChange={(maxDurationMs) => set({ maxDurationMs })} />
      </div>
      <PropertyTests
        subject="Journeys where"
        names={vocabulary?.properties ?? []}
        tests={filter.properties ?? []}
        onChange={(properties) => set({ properties })}
      />
    </>
  )
}

export function DurationField({
  label,
  ms,
  onChange,
}: {
  readonly label: string
  readonly ms: number | undefined
  readonly onChange: (ms: number | undefined) => void
}) {
  const [text, setText] = useState(ms === undefined ? '' : writeDuration(ms))
  const read = readDuration(text)
  return (
    <TextField
      label={label}
      value={text}
      placeholder="such as 12h, 7d, 2w"
      {...(text !== '' && read === undefined ? { hint: 'A number and m, h, d or w' } : {})}
      onChange={(next) => {
        setText(next)
        if (next === '' || readDuration(next) !== undefined) onChange(readDuration(next))
      }}
    />
  )
}
