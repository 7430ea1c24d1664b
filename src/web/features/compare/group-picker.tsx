import { useQuery } from '@tanstack/react-query'
import { definitionsQuery, vocabularyQuery } from '../../api/queries.ts'
import { SelectField, TextField } from '../../ui/field.tsx'
import { useAnswer, useDefinition } from '../explore/use-explore.ts'
import type { MakeupQuestion } from '../../../journey/question.ts'
import type { GroupKind, GroupWish, KnownPersona } from './group-of.ts'

export interface GroupPickerProps {
  readonly side: 'A' | 'B'
  readonly wish: GroupWish
  readonly personas: readonly KnownPersona[]
  readonly onChange: (wish: GroupWish) => void
}

const kinds: readonly { readonly value: GroupKind; readonly label: string }[] = [
  { value: 'all', label: 'All journeys' },
  { value: 'property', label: 'A segment' },
  { value: 'persona', label: 'A persona' },
  { value: 'period', label: 'A period' },
  { value: 'archetype', label: 'An archetype' },
]

/** Says which journeys one of the two groups is. */
export function GroupPicker({ side, wish, personas, onChange }: GroupPickerProps) {
  return (
    <fieldset className="panel compare-group" data-side={side}>
      <legend>
        <span className="compare-mark" aria-hidden>
          {side}
        </span>{' '}
        Group {side}
      </legend>
      <SelectField
        label="Which journeys"
        value={wish.kind}
        choices={kinds}
        onChange={(kind) => onChange({ kind: kind as GroupKind, value: '' })}
      />
      {wish.kind === 'property' ? <PropertyPicker wish={wish} onChange={onChange} /> : null}
      {wish.kind === 'persona' ? (
        <SelectField
          label="Persona"
          value={wish.value}
          choices={[
            { value: '', label: 'Choose a persona' },
            ...personas.filter(({ segment }) => segment).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => onChange({ ...wish, value })}
        />
      ) : null}
      {wish.kind === 'archetype' ? (
        <SelectField
          label="Archetype"
          value={wish.value}
          choices={[{ value: '', label: 'Choose its number' }, ...'12345678'.split('').map((one) => ({ value: one, label: one }))]}
          onChange={(value) => onChange({ ...wish, value })}
        />
      ) : null}
      {wish.kind === 'period' ? <PeriodPicker wish={wish} onChange={onChange} /> : null}
    </fieldset>
  )
}

type PartProps = Pick<GroupPickerProps, 'wish' | 'onChange'>

function PropertyPicker({ wish, onChange }: PartProps) {
  const definitions = useQuery(definitionsQuery)
  const vocabulary = useQuery(vocabularyQuery)
  const { definition } = useDefinition()
  const segments = definitions.data?.rows.find(({ id }) => id === definition)?.definition.segments ?? []
  // Properties that the definition keeps come first: their values are known.
  const others = (vocabulary.data?.properties ?? []).filter((name) => !segments.includes(name))
  const cut = wish.value.indexOf('=')
  const property = cut < 0 ? wish.value : wish.value.slice(0, cut)
  const value = cut < 0 ? '' : wish.value.slice(cut + 1)
  const makeup = useAnswer<MakeupQuestion>({ question: 'makeup', limit: 5000 }, segments.includes(property))
  const values = (makeup.query.data?.rows ?? []).filter((row) => row.property === property)
  return (
    <>
      <SelectField
        label="Property"
        value={property}
        choices={[{ value: '', label: 'Choose a property' }, ...[...segments, ...others].map((name) => ({ value: name, label: name }))]}
        onChange={(name) => onChange({ ...wish, value: name })}
      />
      {property === '' ? null : segments.includes(property) ? (
        <SelectField
          label="Value"
          value={cut < 0 ? '\u0000' : value}
          choices={[
            { value: '\u0000', label: 'Choose a value' },
            ...values.map((row) => ({ value: row.value, label: `${row.value || '(none)'} · ${row.journeys}` })),
          ]}
          onChange={(next) => onChange({ ...wish, value: next === '\u0000' ? property : `${property}=${next}` })}
        />
      ) : (
        <TextField label="Value" value={value} onChange={(next) => onChange({ ...wish, value: `${property}=${next}` })} />
      )}
    </>
  )
}

function PeriodPicker({ wish, onChange }: PartProps) {
  const [from = '', to = ''] = wish.value.split('..')
  return (
    <div className="row">
      <TextField label="Began from" type="date" value={from} onChange={(next) => onChange({ ...wish, value: `${next}..${to}` })} />
      <TextField label="to" type="date" value={to} onChange={(next) => onChange({ ...wish, value: `${from}..${next}` })} />
    </div>
  )
}
