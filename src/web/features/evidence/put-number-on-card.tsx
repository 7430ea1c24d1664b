import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { measuresIn } from '../../../analysis/evidence/measures-in.ts'
import type { DefinitionChoice } from '../../../contract/definitions.ts'
import { numberLabel } from '../../../analysis/evidence/number-label.ts'
import type { PutEvidence } from '../../../contract/evidence.ts'
import type { AnyAnswer } from '../../../journey/answer.ts'
import { askQuery } from '../../api/queries.ts'
import { SelectField } from '../../ui/field.tsx'
import type { OpenedList } from '../explore/explore-search.ts'
import { evidenceValue } from '../map/evidence-value.ts'
import { PutOnCard } from './put-on-card.tsx'

export interface PutNumberOnCardProps {
  readonly list: OpenedList
  readonly definition: DefinitionChoice | undefined
  /** How long the list is. */
  readonly total: number
}

/** The number behind an opened list, or another number of the same row such as its rate, for a card. */
export function PutNumberOnCard({ list, definition, total }: PutNumberOnCardProps) {
  const query = useQuery(
    askQuery(
      useMemo(() => ({ ...list.of, limit: 1000 }), [list.of]),
      definition,
    ),
  )
  const [measure, setMeasure] = useState('')
  const others = useMemo(
    () => (query.data && !query.isPlaceholderData ? measuresIn(query.data as AnyAnswer, list.pick) : []),
    [query.data, query.isPlaceholderData, list.pick],
  )
  const chosen = others.find((one) => one.measure === measure)
  const label = numberLabel(list.pick, chosen?.measure)
  const value = chosen?.value ?? total
  const payload = useMemo(
    (): PutEvidence => ({
      kind: 'answer',
      question: list.of,
      ...(definition === undefined ? {} : { definition }),
      pick: list.pick,
      ...(chosen ? { measure: chosen.measure } : {}),
      label,
      value,
    }),
    [list, definition, chosen, label, value],
  )
  return (
    <div className="put-number">
      {others.length === 0 ? null : (
        <SelectField
          label="Which number"
          hideLabel
          value={chosen?.measure ?? ''}
          choices={[
            { value: '', label: `${evidenceValue(numberLabel(list.pick), total)} ${numberLabel(list.pick)}` },
            ...others.map((one) => {
              const words = numberLabel(list.pick, one.measure)
              return { value: one.measure, label: `${evidenceValue(words, one.value)} ${words}` }
            }),
          ]}
          onChange={setMeasure}
        />
      )}
      <PutOnCard payload={payload} what={`${evidenceValue(label, value)} ${label}`} />
    </div>
  )
}
