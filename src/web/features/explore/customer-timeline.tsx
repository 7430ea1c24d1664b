import './customer-timeline.css'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { DefinitionChoice } from '../../../contract/definitions.ts'
import { formatDuration, plural } from '../../../exports/format.ts'
import type { TimelineRow } from '../../../journey/answer.ts'
import type { TimelineQuestion } from '../../../journey/question.ts'
import { askQuery } from '../../api/queries.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { formatMoment } from '../../ui/zone-time.ts'
import { PutOnCard } from '../evidence/put-on-card.tsx'
import { groupTimeline, type TimelineGroup } from './group-timeline.ts'

export interface CustomerTimelineProps {
  readonly customer: string
  /** The journey that was asked for; it is marked. */
  readonly journey?: number
  readonly definition: DefinitionChoice | undefined
}

/** Everything stored about one customer, in order, down to the file and line of each event. */
export function CustomerTimeline({ customer, journey, definition }: CustomerTimelineProps) {
  const question = useMemo((): TimelineQuestion => ({ question: 'timeline', customer, limit: 1000 }), [customer])
  const query = useQuery(askQuery(question, definition))
  return (
    <Loaded query={query} rows={10}>
      {(answer) => (
        <div className="stack">
          <p className="soft">
            {plural(answer.total, 'event')}
            {answer.total > answer.rows.length ? `; the first ${answer.rows.length} are shown` : ''}. Times are in your zone.
          </p>
          {groupTimeline(answer.rows).map((group, index) => (
            <Journey key={index} customer={customer} group={group} marked={group.journey !== null && group.journey === journey} />
          ))}
        </div>
      )}
    </Loaded>
  )
}

function Journey({ customer, group, marked }: { readonly customer: string; readonly group: TimelineGroup; readonly marked: boolean }) {
  const first = group.rows[0]
  const last = group.rows.at(-1)
  return (
    <section className="timeline-journey" data-marked={marked || undefined}>
      <h3>
        {group.journey === null ? 'Outside any journey' : `Journey ${group.journey}`}
        <span className="faint small"> {first && last ? formatDuration(last.time - first.time) : ''}</span>
      </h3>
      <ol>
        {group.rows.map((row, index) => (
          <Event key={index} customer={customer} row={row} before={group.rows[index - 1]} />
        ))}
      </ol>
    </section>
  )
}

function Event({
  customer,
  row,
  before,
}: {
  readonly customer: string
  readonly row: TimelineRow
  readonly before: TimelineRow | undefined
}) {
  const properties = Object.entries(row.properties)
  return (
    <li className="timeline-event">
      <span className="timeline-gap numeric">{before ? `+${formatDuration(row.time - before.time)}` : ''}</span>
      <div className="timeline-what">
        <p>
          <strong>{row.touchpoint}</strong>
          {row.channel === '' ? null : <span className="soft"> {row.channel}</span>}
        </p>
        {row.score === null ? null : (
          <p className="timeline-score">
            Score {row.score} <span className="faint">({row.scale})</span>
          </p>
        )}
        {row.verbatim === '' ? null : <Verbatim customer={customer} row={row} />}
        {properties.length === 0 ? null : (
          <p className="timeline-properties">
            {properties.map(([name, value]) => (
              <span key={name}>
                {name} <b>{value}</b>
              </span>
            ))}
          </p>
        )}
        <p className="timeline-origin">
          <time dateTime={new Date(row.time).toISOString()}>{formatMoment(row.time)}</time>
          <span>
            {row.file}:{row.line}
          </span>
          {row.source === '' ? null : <span>{row.source}</span>}
          {row.account === '' ? null : <span>{row.account}</span>}
        </p>
      </div>
    </li>
  )
}

function Verbatim({ customer, row: { time, verbatim } }: { readonly customer: string; readonly row: TimelineRow }) {
  const payload = useMemo(() => ({ kind: 'verbatim', customer, time, text: verbatim }) as const, [customer, time, verbatim])
  return (
    <>
      <blockquote className="timeline-verbatim">{verbatim}</blockquote>
      <PutOnCard payload={payload} what={`“${verbatim}”`} />
    </>
  )
}
