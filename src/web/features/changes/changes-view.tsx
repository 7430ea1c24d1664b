import './changes.css'
import { formatDate } from '../../../exports/format.ts'
import type { Bucket } from '../../../journey/periods.ts'
import type { ChangeRow } from '../../../journey/methods/changes.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { AlertsPanel } from './alerts-panel.tsx'

const buckets: readonly { readonly value: Bucket; readonly label: string }[] = [
  { value: 'day', label: 'By day' },
  { value: 'week', label: 'By week' },
  { value: 'month', label: 'By month' },
]

/** What changed and since when, and being told of what changes next. */
export function ChangesView() {
  const { search, change } = useExplore()
  const bucket = buckets.find(({ value }) => value === search.with?.['bucket'])?.value ?? 'week'
  const method = useMethod<'changes'>({ question: 'changes', bucket, limit: 200 })
  return (
    <section className="changes stack">
      <Segmented
        label="Periods"
        value={bucket}
        choices={buckets}
        onChange={(value) => change({ with: { ...search.with, bucket: value } }, true)}
      />
      <MethodPanel method={method} rows={8}>
        {({ rows, summary }) => (
          <div className="stack">
            <p className="soft">
              {summary.series} series over {summary.periods.length} periods were looked at: where people go after each touchpoint, how long
              they take, how they feel, how they begin.
            </p>
            {rows.length === 0 ? <p>Nothing changed by more than chance would bring.</p> : null}
            <ul className="change-list">
              {rows.map((row) => (
                <li key={row.id} className="panel change">
                  <p>
                    <strong>Since {formatDate(row.at)}.</strong> {row.sentence}
                  </p>
                  <Sparkline row={row} periods={summary.periods} />
                  <p className="small numeric soft">
                    {shown(row, row.difference)} (95 % interval {shown(row, row.low)} to {shown(row, row.high)}), n {row.nBefore} and{' '}
                    {row.nAfter}, p {row.p < 0.001 ? '< 0.001' : `= ${row.p.toFixed(3)}`}
                  </p>
                </li>
              ))}
            </ul>
          </div>
        )}
      </MethodPanel>
      <AlertsPanel bucket={bucket} />
    </section>
  )
}

function shown({ measure }: ChangeRow, value: number): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  return measure === 'score' ? `${sign}${Math.abs(value).toFixed(2)}` : `${sign}${(100 * Math.abs(value)).toFixed(1)} points`
}

const width = 420
const height = 56

/** The number by period, with the mark of the change and the two levels; the sentence above says the same. */
function Sparkline({ row, periods }: { readonly row: ChangeRow; readonly periods: readonly number[] }) {
  const known = row.values.filter((value) => value !== null)
  const [low, high] = [Math.min(...known, row.before, row.after), Math.max(...known, row.before, row.after)]
  const x = (at: number): number => (periods.length < 2 ? 0 : (at / (periods.length - 1)) * (width - 8) + 4)
  const y = (value: number): number => height - 6 - ((value - low) / Math.max(1e-9, high - low)) * (height - 12)
  const cut = x(periods.indexOf(row.at) - 0.5)
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="change-line" preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      <line x1={4} x2={cut} y1={y(row.before)} y2={y(row.before)} className="change-level" />
      <line x1={cut} x2={width - 4} y1={y(row.after)} y2={y(row.after)} className="change-level" />
      <line x1={cut} x2={cut} y1={2} y2={height - 2} className="change-mark" />
      {row.values.map((value, at) => (value === null ? null : <circle key={at} cx={x(at)} cy={y(value)} r={2} className="change-dot" />))}
    </svg>
  )
}
