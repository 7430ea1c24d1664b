import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCount, formatRate } from '../../../exports/format.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import { vocabularyQuery } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { JourneyFilterFields } from '../explore/journey-filter-fields.tsx'
import { segmentPreviewQuery } from './persona-queries.ts'

export interface SegmentEditorProps {
  readonly segment: JourneyFilter | null
  readonly definition: string | undefined
  readonly onChange: (segment: JourneyFilter | null) => void
}

/** Which journeys are the persona's: the controls of Explore's journey filter, with a live count. */
export function SegmentEditor({ segment, definition, onChange }: SegmentEditorProps) {
  const vocabulary = useQuery(vocabularyQuery)
  // Fields that hold unfinished words begin anew when the rule is taken away, and only then: a list that is open stays open.
  const [taken, setTaken] = useState(0)
  return (
    <div className="stack segment-editor">
      <p className="soft small">
        Say which journeys are theirs. All of it has to hold. The numbers of this persona, and maps read for it, count these journeys only.
      </p>
      <JourneyFilterFields filter={segment ?? {}} vocabulary={vocabulary.data} onChange={(next) => onChange(next ?? null)} key={taken} />
      <SegmentCount segment={segment} definition={definition} />
      {segment === null ? null : (
        <Button
          small
          look="quiet"
          onPress={() => {
            setTaken(taken + 1)
            onChange(null)
          }}
        >
          Take the rule away
        </Button>
      )}
    </div>
  )
}

export function SegmentCount({ segment, definition }: Pick<SegmentEditorProps, 'segment' | 'definition'>) {
  const preview = useQuery({ ...segmentPreviewQuery(segment ?? {}, definition), enabled: segment !== null && definition !== undefined })
  if (segment === null) return <p className="segment-count soft">No rule yet: this persona has no numbers of its own.</p>
  if (preview.isError) return <ProblemNotice error={preview.error} />
  if (!preview.data) return <p className="segment-count soft">Counting …</p>
  const { journeys, customers, of } = preview.data
  return (
    <p className="segment-count" role="status" data-none={journeys === 0 || undefined}>
      <strong className="numeric">{formatCount(journeys)}</strong> of {formatCount(of)} journeys
      {of > 0 ? ` (${formatRate(journeys / of)})` : ''}, {formatCount(customers)} customers
      {journeys === 0 ? '. Nobody fits: loosen the rule.' : ''}
    </p>
  )
}
