import { useState } from 'react'
import { formatCount, formatDuration, formatRate } from '../../../exports/format.ts'
import type { MethodAnswer } from '../../../journey/method.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import type { ComparedGroup, CompareMeasure, CompareRow } from '../../../journey/methods/compare.ts'
import { NumberButton } from '../../ui/number-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useExplore } from '../explore/use-explore.ts'

export interface CompareTableProps {
  readonly answer: MethodAnswer<'compare'>
  readonly a: ComparedGroup
  readonly b: ComparedGroup
}

const measures: Readonly<Record<CompareMeasure, string>> = {
  conversion: 'Reach the goal',
  duration: 'Half take at most',
  reach: 'Come to',
  exits: 'Are lost at',
  repeats: 'Come again to',
  next: 'Go on from',
  score: 'Feel at',
}

/** Every comparison: what is clear first, each with both numbers and the interval of the difference. */
export function CompareTable({ answer, a, b }: CompareTableProps) {
  const [shown, setShown] = useState<'clear' | 'all'>('clear')
  const { rows, summary } = answer
  const clear = rows.filter(({ verdict }) => verdict === 'clear')
  const listed = shown === 'clear' ? clear : rows
  return (
    <section className="panel panel-body stack" aria-label="Differences">
      <div className="spread">
        <p className="row">
          <GroupSize side="A" group={a} journeys={summary.journeysA} />
          <GroupSize side="B" group={b} journeys={summary.journeysB} />
          {summary.both > 0 ? <span className="soft">{formatCount(summary.both)} journeys are in both</span> : null}
        </p>
        <Segmented
          label="Which differences"
          value={shown}
          choices={[
            { value: 'clear', label: `Clear ${formatCount(clear.length)}` },
            { value: 'all', label: `All ${formatCount(rows.length)}` },
          ]}
          onChange={setShown}
        />
      </div>
      {listed.length === 0 ? (
        <p className="soft">
          {rows.length === 0 ? 'There is too little to compare.' : 'No difference is clear: what there is, chance would bring too.'}
        </p>
      ) : (
        <div className="table-wrap" tabIndex={0} role="group" aria-label="Differences between the groups">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col" className="end">
                  A
                </th>
                <th scope="col" className="end">
                  B
                </th>
                <th scope="col">A less B, with its 95 % interval</th>
                <th scope="col">Verdict</th>
              </tr>
            </thead>
            <tbody>
              {listed.map((row) => (
                <tr key={`${row.measure} ${row.touchpoint} ${row.to}`}>
                  <th scope="row">{nameOf(row)}</th>
                  <td className="end numeric" title={`n ${formatCount(row.nA)}`}>
                    {show(row, row.a)}
                  </td>
                  <td className="end numeric" title={`n ${formatCount(row.nB)}`}>
                    {show(row, row.b)}
                  </td>
                  <td>
                    <DifferenceBar row={row} />
                  </td>
                  <td>{row.verdict === 'clear' ? <strong>clear</strong> : <span className="soft">unclear</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function GroupSize({ side, group, journeys }: { readonly side: 'A' | 'B'; readonly group: ComparedGroup; readonly journeys: number }) {
  const { search, open } = useExplore()
  const pick: MemberPick = { kind: 'journeys' }
  const filter = { ...search.journeys, ...group.journeys }
  return (
    <span className="row" data-side={side}>
      <span className="compare-mark" aria-hidden>
        {side}
      </span>
      {group.name}{' '}
      <NumberButton
        value={journeys}
        label={`journeys of ${group.name}`}
        onOpen={() =>
          open({ question: 'overview', ...(search.events ? { events: search.events } : {}), journeys: filter }, pick, group.name)
        }
      />
    </span>
  )
}

const nameOf = ({ measure, touchpoint, to }: CompareRow): string =>
  `${measures[measure]}${touchpoint === '' ? '' : ` ${touchpoint}`}${to === '' ? '' : ` to ${to}`}`

function show({ measure }: CompareRow, value: number): string {
  if (measure === 'duration') return formatDuration(value)
  return measure === 'score' ? value.toFixed(2) : formatRate(value)
}

const width = 120

function DifferenceBar({ row }: { readonly row: CompareRow }) {
  const { difference, low, high, measure } = row
  // Shares and feelings have a scale of their own; durations are drawn against their own interval.
  const end = measure === 'duration' ? Math.max(Math.abs(low), Math.abs(high)) || 1 : measure === 'score' ? 1 : 0.5
  const x = (value: number): number => width / 2 + Math.max(-1, Math.min(1, value / end)) * (width / 2 - 4)
  return (
    <span className="row compare-difference">
      <svg width={width} height={16} aria-hidden="true">
        <line x1={width / 2} x2={width / 2} y1={1} y2={15} className="compare-zero" />
        <line x1={x(low)} x2={x(high)} y1={8} y2={8} className="compare-range" />
        <circle cx={x(difference)} cy={8} r={3.5} className={row.verdict === 'clear' ? 'compare-dot' : 'compare-dot compare-dot-unclear'} />
      </svg>
      <span className="numeric small">
        {signed(row, difference)}{' '}
        <span className="soft">
          ({signed(row, low)} to {signed(row, high)})
        </span>
      </span>
    </span>
  )
}

function signed({ measure }: CompareRow, value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  const size = Math.abs(value)
  if (measure === 'duration') return `${sign}${formatDuration(size)}`
  return measure === 'score' ? `${sign}${size.toFixed(2)}` : `${sign}${(100 * size).toFixed(1)} points`
}
