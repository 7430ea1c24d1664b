import { useQuery } from '@tanstack/react-query'
import { formatCount, formatRate, formatScore, formatShort } from '../../../exports/format.ts'
import type { TrendMeasure, TrendQuestion } from '../../../journey/question.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { TrendLines } from '../../charts/trend-lines.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useAnswer, useExplore } from './use-explore.ts'

const measures: readonly { readonly value: TrendMeasure; readonly label: string }[] = [
  { value: 'journeys', label: 'Journeys begun' },
  { value: 'events', label: 'Events' },
  { value: 'conversion', label: 'Share that reaches the goal' },
  { value: 'score', label: 'Mean score, −1 to +1' },
]
const buckets = [
  { value: 'day', label: 'Days' },
  { value: 'week', label: 'Weeks' },
  { value: 'month', label: 'Months' },
] as const

const shows: Readonly<Record<TrendMeasure, (value: number) => string>> = {
  journeys: formatShort,
  events: formatShort,
  conversion: formatRate,
  score: formatScore,
}

export function TrendView() {
  const { search, change, open } = useExplore()
  const vocabulary = useQuery(vocabularyQuery)
  const measure = search.measure ?? 'journeys'
  const atTouchpoint = measure === 'events' || measure === 'score'
  const { query, question } = useAnswer<TrendQuestion>({
    question: 'trend',
    measure,
    bucket: search.bucket ?? 'week',
    ...(atTouchpoint && search.touchpoint !== undefined ? { touchpoint: search.touchpoint } : {}),
  })
  return (
    <section className="panel panel-body stack">
      <div className="row trend-controls">
        <SelectField label="What" value={measure} choices={measures} onChange={(value) => change({ measure: value as TrendMeasure })} />
        {atTouchpoint ? (
          <SelectField
            label="At"
            value={search.touchpoint ?? ''}
            choices={[
              { value: '', label: 'All touchpoints' },
              ...(vocabulary.data?.touchpoints ?? []).slice(0, 1000).map((one) => ({ value: one.name, label: one.name })),
            ]}
            onChange={(touchpoint) => change({ touchpoint: touchpoint || undefined })}
          />
        ) : null}
        <div className="field">
          <span className="field-label" aria-hidden>
            By
          </span>
          <Segmented
            label="Width of the steps in time"
            value={search.bucket ?? 'week'}
            choices={buckets}
            onChange={(bucket) => change({ bucket })}
          />
        </div>
      </div>
      <Loaded query={query} rows={8}>
        {(answer) => (
          <TrendLines
            rows={answer.rows}
            show={shows[measure]}
            fromZero={measure !== 'score'}
            onOpen={(row) =>
              open(
                question,
                { kind: 'bucket', start: row.start, ...(row.group === undefined ? {} : { group: row.group }) },
                `${formatCount(row.n)} behind this point`,
              )
            }
          />
        )}
      </Loaded>
    </section>
  )
}
