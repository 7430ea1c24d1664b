import { useState } from 'react'
import { formatCount, formatDate, formatDuration } from '../../../exports/format.ts'
import type { OutlookList, OutlookRow } from '../../../journey/methods/outlook.ts'
import { Link } from '@tanstack/react-router'
import { Segmented } from '../../ui/segmented.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'

const lists: readonly { readonly value: OutlookList; readonly label: string; readonly meaning: string }[] = [
  { value: 'stuck', label: 'Stuck', meaning: 'They have waited longer than nine in ten of those who went on from the same touchpoint.' },
  {
    value: 'likely-to-leave',
    label: 'Likely to leave',
    meaning: 'Of those who waited as long at the same touchpoint, at least half did nothing more.',
  },
  { value: 'ready', label: 'Ready', meaning: 'Those who came the same way reached the goal far more often than is usual.' },
]

/** Open journeys that stand out, with the reason and what somebody like them did. */
export function OutlookLists() {
  const { search, change } = useExplore()
  const chosen = lists.find(({ value }) => value === search.with?.['list']) ?? lists[0]!
  const method = useMethod<'outlook'>({ question: 'outlook', limit: 2000 })
  return (
    <MethodPanel method={method} rows={8}>
      {({ rows, summary }) => (
        <div className="stack">
          {summary.open > 0 ? (
            <>
              <p className="soft">
                {formatCount(summary.open)} are under way on {formatDate(summary.asOf)}, the day of the newest event. Told by{' '}
                {formatCount(summary.learnt)} journeys.
              </p>
              <Segmented
                label="List"
                value={chosen.value}
                choices={lists.map(({ value, label }) => ({
                  value,
                  label: `${label} ${formatCount(summary.counts.find(({ list }) => list === value)?.count ?? 0)}`,
                }))}
                onChange={(list) => change({ with: { ...search.with, list } }, true)}
              />
              <p className="small soft">{chosen.meaning}</p>
              <List rows={rows.filter(({ list }) => list === chosen.value)} />
            </>
          ) : null}
        </div>
      )}
    </MethodPanel>
  )
}

const page = 50

function List({ rows }: { readonly rows: readonly OutlookRow[] }) {
  const [shown, setShown] = useState(page)
  if (rows.length === 0) return <p className="soft">Nobody.</p>
  return (
    <>
      <ul className="outlook-list">
        {rows.slice(0, shown).map((row) => (
          <li key={`${row.customer} ${row.since}`} className="panel outlook-row">
            <div className="row">
              <Link to="/explore/$view" params={{ view: 'customer' }} search={{ customer: row.customer }} className="outlook-name">
                {row.customer}
              </Link>
              <span className="small soft">
                at {row.touchpoint} for {formatDuration(row.waited)}
              </span>
              <span className="push small numeric">{row.goal === null ? '' : `goal ${Math.round(100 * row.goal)} %`}</span>
            </div>
            <p>
              {row.reason} <span className="small soft">n {formatCount(row.n)}</span>
            </p>
            {row.hint === '' ? null : (
              <details>
                <summary className="small">{row.hint}</summary>
                <p className="small soft">A hint of what to try, not a promise. The whole journey:</p>
                <ol className="outlook-path small">
                  {row.converter.map((name, place) => (
                    <li key={place} className={place < row.like ? 'faint' : undefined}>
                      {name}
                    </li>
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown ? (
        <button type="button" className="button button-plain" onClick={() => setShown(shown + page)}>
          Show {formatCount(Math.min(page, rows.length - shown))} more of {formatCount(rows.length)}
        </button>
      ) : null}
    </>
  )
}
