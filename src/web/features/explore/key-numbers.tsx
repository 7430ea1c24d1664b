import { formatCount, formatMedian, formatRate, plural } from '../../../exports/format.ts'
import type { OverviewRow } from '../../../journey/answer.ts'
import type { Outcome } from '../../../journey/filter.ts'
import type { OverviewQuestion } from '../../../journey/question.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { useAnswer, useExplore } from './use-explore.ts'

/** The first numbers of what the filters leave; one line a group. */
export function KeyNumbers() {
  const { query, question } = useAnswer<OverviewQuestion>({ question: 'overview' })
  return (
    <div className="key-numbers-place">
      <Loaded query={query} rows={2}>
        {(answer) => (
          <>
            {largest(answer.rows).map((row) => (
              <Line key={row.group ?? ''} row={row} question={question} />
            ))}
            {answer.rows.length > shown ? <p className="faint small">And {plural(answer.rows.length - shown, 'smaller group')}.</p> : null}
          </>
        )}
      </Loaded>
    </div>
  )
}

/** With many groups, only the largest are told line by line: the page is about what comes below. */
const shown = 6
const largest = (rows: readonly OverviewRow[]): readonly OverviewRow[] => rows.toSorted((a, b) => b.journeys - a.journeys).slice(0, shown)

function Line({ row, question }: { readonly row: OverviewRow; readonly question: OverviewQuestion }) {
  const { open } = useExplore()
  const group = row.group === undefined ? {} : { group: row.group }
  const outcome = (kind: Outcome, label: string, count: number) => (
    <Figure label={label} note={row.journeys > 0 ? formatRate(count / row.journeys) : undefined}>
      <NumberButton
        value={count}
        label={`journeys: ${label}`}
        onOpen={() => open(question, { kind: 'outcome', outcome: kind, ...group }, `Journeys: ${label.toLowerCase()}`)}
      />
    </Figure>
  )
  return (
    <dl className="key-numbers">
      {row.group === undefined ? null : <Figure label={question.groupBy ?? 'Group'}>{row.group || '(none)'}</Figure>}
      <Figure label="Journeys">
        <NumberButton value={row.journeys} label="journeys" onOpen={() => open(question, { kind: 'journeys', ...group }, 'All journeys')} />
      </Figure>
      <Figure label="Customers">{formatCount(row.customers)}</Figure>
      <Figure label="Events">{formatCount(row.events)}</Figure>
      {row.reachedGoal + row.open > 0 ? (
        <>
          {outcome('goal', 'Reached the goal', row.reachedGoal)}
          {outcome('lost', 'Ended without it', row.lost)}
          {outcome('open', 'Still open', row.open)}
        </>
      ) : null}
      <Figure label="Half take at most">{formatMedian(row.p50Duration)}</Figure>
      <Figure label="Nine in ten at most">{formatMedian(row.p90Duration)}</Figure>
      <Figure label="Different paths">{formatCount(row.variants)}</Figure>
    </dl>
  )
}

function Figure({
  label,
  note,
  children,
}: {
  readonly label: string
  readonly note?: string | undefined
  readonly children: React.ReactNode
}) {
  return (
    <div className="figure">
      <dt>{label}</dt>
      <dd className="numeric">
        {children}
        {note === undefined ? null : <span className="figure-note">{note}</span>}
      </dd>
    </div>
  )
}
