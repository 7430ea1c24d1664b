import { ArrowDown, ArrowUp, Download } from 'lucide-react'
import { useMemo } from 'react'
import { formatDuration, formatRate, plural } from '../../../exports/format.ts'
import type { AnswerTo, TouchpointRow } from '../../../journey/answer.ts'
import type { TouchpointsQuestion } from '../../../journey/question.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText } from '../../ui/download.ts'
import { TextField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { toCsv } from '../../ui/to-csv.ts'
import { nextSort, sortRows } from './sort-rows.ts'
import { useAnswer, useExplore } from './use-explore.ts'

type Countable = 'journeys' | 'occurrences' | 'starts' | 'ends' | 'exits' | 'repeats'
interface Column {
  readonly key: keyof TouchpointRow
  readonly head: string
  readonly meaning: string
  readonly opens?: Countable
  readonly show?: (row: TouchpointRow) => string
}
const columns: readonly Column[] = [
  { key: 'journeys', head: 'Journeys', meaning: 'Journeys that visit it at least once', opens: 'journeys' },
  { key: 'occurrences', head: 'Times', meaning: 'How often it occurs', opens: 'occurrences' },
  { key: 'starts', head: 'Starts', meaning: 'Journeys that begin here', opens: 'starts' },
  { key: 'ends', head: 'Ends', meaning: 'Journeys whose last event is here', opens: 'ends' },
  { key: 'exits', head: 'Exits', meaning: 'Journeys that end here without the goal and are not open', opens: 'exits' },
  { key: 'exitRate', head: 'Exit rate', meaning: 'Exits over the journeys that visit it', show: (row) => formatRate(row.exitRate) },
  { key: 'repeats', head: 'Repeats', meaning: 'Journeys that come here more than once', opens: 'repeats' },
  { key: 'p50ToNext', head: 'Half go on in', meaning: 'Median time to the next event', show: (row) => formatDuration(row.p50ToNext) },
  {
    key: 'p90ToNext',
    head: 'Nine in ten in',
    meaning: '90th percentile of the time to the next event',
    show: (row) => formatDuration(row.p90ToNext),
  },
]

export function TouchpointsView() {
  const { search, change } = useExplore()
  const { query, question } = useAnswer<TouchpointsQuestion>({ question: 'touchpoints', limit: 1000 })
  return (
    <section className="panel">
      <Loaded query={query} rows={14}>
        {(answer) => (
          <>
            <div className="spread table-tools">
              <TextField
                label="Find a touchpoint"
                hideLabel
                placeholder="Find a touchpoint"
                type="search"
                value={search.find ?? ''}
                onChange={(find) => change({ find: find || undefined }, true)}
              />
              <span className="faint small">{plural(answer.total, 'touchpoint')}</span>
              <Button small className="push" onPress={() => downloadText('touchpoints.csv', touchpointsCsv(answer.rows))}>
                <Download size={14} aria-hidden />
                CSV
              </Button>
            </div>
            <Table answer={answer} question={question} />
          </>
        )}
      </Loaded>
    </section>
  )
}

function Table({ answer, question }: { readonly answer: AnswerTo<'touchpoints'>; readonly question: TouchpointsQuestion }) {
  const { search, change } = useExplore()
  const sort = search.sort ?? '-journeys'
  const wanted = (search.find ?? '').toLowerCase()
  const rows = useMemo(
    () => sortRows(answer.rows, sort).filter((row) => row.touchpoint.toLowerCase().includes(wanted)),
    [answer, sort, wanted],
  )
  const head = (key: string, text: string, { first, meaning }: { readonly first: 'up' | 'down'; readonly meaning?: string }) => (
    <button
      type="button"
      className="sort"
      title={meaning}
      aria-pressed={sort === key || sort === `-${key}`}
      onClick={() => change({ sort: nextSort(sort, key, first) }, true)}
    >
      {text}
      {sort === key ? (
        <ArrowUp size={11} aria-label="ascending" />
      ) : sort === `-${key}` ? (
        <ArrowDown size={11} aria-label="descending" />
      ) : null}
    </button>
  )
  return (
    <div className="table-wrap tall" tabIndex={0} role="group" aria-label="Touchpoints">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{head('touchpoint', 'Touchpoint', { first: 'up' })}</th>
            {question.groupBy === undefined ? null : <th scope="col">{head('group', question.groupBy, { first: 'up' })}</th>}
            <th scope="col">{head('channel', 'Channel', { first: 'up' })}</th>
            {columns.map((column) => (
              <th key={column.key} scope="col" className="end">
                {head(column.key, column.head, { first: 'down', meaning: column.meaning })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.touchpoint} ${row.group ?? ''}`} row={row} question={question} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ row, question }: { readonly row: TouchpointRow; readonly question: TouchpointsQuestion }) {
  const { open } = useExplore()
  return (
    <tr>
      <th scope="row" className="row-name">
        {row.touchpoint}
      </th>
      {question.groupBy === undefined ? null : <td>{row.group || '(none)'}</td>}
      <td className="soft">{row.channel}</td>
      {columns.map((column) => {
        const opens = column.opens
        return (
          <td key={column.key} className="end">
            {opens ? (
              <NumberButton
                value={row[opens]}
                label={`${column.head.toLowerCase()} at ${row.touchpoint}`}
                onOpen={() =>
                  open(
                    question,
                    {
                      kind: 'touchpoint',
                      touchpoint: row.touchpoint,
                      number: opens,
                      ...(row.group === undefined ? {} : { group: row.group }),
                    },
                    `${row.touchpoint}: ${column.meaning.toLowerCase()}`,
                  )
                }
              />
            ) : (
              column.show?.(row)
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** The table as it is stored: rates 0 to 1, times in milliseconds. */
function touchpointsCsv(rows: readonly TouchpointRow[]): string {
  const grouped = rows.some((row) => row.group !== undefined)
  return toCsv(
    ['touchpoint', ...(grouped ? ['group'] : []), 'channel', ...columns.map((column) => column.key)],
    rows.map((row) => [row.touchpoint, ...(grouped ? [row.group ?? ''] : []), row.channel, ...columns.map((column) => row[column.key])]),
  )
}
