import './funnel-bars.css'
import { formatDuration, formatRate } from '../../exports/format.ts'
import type { FunnelRow } from '../../journey/answer.ts'
import { NumberButton } from '../ui/number-button.tsx'

export interface FunnelBarsProps {
  readonly rows: readonly FunnelRow[]
  readonly groupName?: string | undefined
  readonly onOpen: (row: FunnelRow, step: number, number: 'reached' | 'lost') => void
}

/** A bar a step: its share of the first step, the 95 % interval as a whisker, who was lost before it, and how long it took. */
export function FunnelBars({ rows, groupName, onOpen }: FunnelBarsProps) {
  const groups = [...Map.groupBy(rows, (row) => row.group ?? '').entries()]
  return (
    <div className="stack">
      {groups.map(([group, own]) => (
        <section key={group} className="funnel">
          {groupName === undefined ? null : (
            <h3>
              {groupName}: {group || '(none)'}
            </h3>
          )}
          <ol>
            {own.map((row, index) => (
              <Step key={index} row={row} index={index} before={own[index - 1]} onOpen={onOpen} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  )
}

interface StepProps {
  readonly row: FunnelRow
  readonly index: number
  readonly before: FunnelRow | undefined
  readonly onOpen: FunnelBarsProps['onOpen']
}
function Step({ row, index, before, onOpen }: StepProps) {
  const percent = (share: number | null): string => `${(share ?? 0) * 100}%`
  return (
    <li className="funnel-row">
      {before === undefined ? null : (
        <p className="funnel-lost">
          <NumberButton value={row.lost} label={`journeys lost before ${row.step}`} onOpen={() => onOpen(row, index, 'lost')} /> lost
          {before.journeys > 0 ? <span className="faint">, {formatRate(row.lost / before.journeys)} of those before</span> : null}
        </p>
      )}
      <div className="funnel-head">
        <span className="funnel-name">
          <span className="faint numeric">{index + 1}</span> {row.step}
        </span>
        <span className="funnel-figures numeric">
          <NumberButton
            className="funnel-count"
            value={row.journeys}
            label={`journeys reached ${row.step}`}
            onOpen={() => onOpen(row, index, 'reached')}
          />
          <span className="funnel-rate">{row.conversion === null ? '–' : formatRate(row.conversion)}</span>
        </span>
      </div>
      <div className="funnel-track">
        <div className="funnel-bar" style={{ width: percent(row.conversion) }} />
        {row.low === null || row.high === null || index === 0 ? null : (
          <div className="funnel-whisker" style={{ insetInlineStart: percent(row.low), width: `${(row.high - row.low) * 100}%` }} />
        )}
      </div>
      <p className="funnel-note numeric">
        {row.low === null || row.high === null || index === 0 ? null : (
          <span>
            95 %: {formatRate(row.low)} to {formatRate(row.high)}
          </span>
        )}
        {row.p50 === null ? null : (
          <span>
            after {formatDuration(row.p50)} for half, {formatDuration(row.p90)} for nine in ten
          </span>
        )}
      </p>
    </li>
  )
}
