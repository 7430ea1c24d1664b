import { formatDuration, formatRate } from '../../../exports/format.ts'
import type { Insight } from '../../../journey/insight.ts'

const width = 160
const height = 18

/** The size of an effect with its 95 % interval on a line from zero to `end`, the same for all of its unit; the words beside it say the same. */
export function EffectBar({ insight, end }: { readonly insight: Pick<Insight, 'effect' | 'low' | 'high' | 'unit'>; readonly end: number }) {
  const { effect, low, high, unit = 'share' } = insight
  if (effect === undefined || low === undefined || high === undefined) return null
  const zero = low >= 0 ? 4 : high <= 0 ? width - 4 : width / 2
  const room = low >= 0 || high <= 0 ? width - 8 : width / 2 - 4
  const x = (value: number): number => zero + (value / end) * room
  return (
    <span className="effect row">
      <svg width={width} height={height} aria-hidden="true" className="effect-bar">
        <line x1={zero} x2={zero} y1={1} y2={height - 1} className="effect-zero" />
        <line x1={x(low)} x2={x(high)} y1={height / 2} y2={height / 2} className="effect-range" />
        <circle cx={x(effect)} cy={height / 2} r={4} className="effect-dot" />
      </svg>
      <span className="numeric small">
        {effectText(effect, unit)} <span className="soft">({`${effectText(low, unit)} to ${effectText(high, unit)}`})</span>
      </span>
    </span>
  )
}

function effectText(value: number, unit: NonNullable<Insight['unit']>): string {
  const sign = value > 0 ? '+' : value < 0 ? '−' : ''
  if (unit === 'ms') return `${sign}${formatDuration(Math.abs(value))}`
  if (unit === 'score') return `${sign}${Math.abs(value).toFixed(2)}`
  // A difference of shares is told in points: "+5 %" could be read as a twentieth more.
  return `${sign}${formatRate(Math.abs(value)).replace('%', 'points').replace('\u00a0', ' ')}`
}

/** The end of a line on which all effects of a unit have room; by unit. */
export function effectEnds(insights: readonly Insight[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { effect = 0, low = 0, high = 0, unit = 'share' } of insights)
    ends.set(unit, Math.max(ends.get(unit) ?? 0, Math.abs(effect), Math.abs(low), Math.abs(high)))
  return ends
}
