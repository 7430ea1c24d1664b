import { formatCount, formatRate } from '../../../exports/format.ts'
import type { PlotPoint } from '../../../journey/methods/next.ts'

const side = 220
const left = 34
const bottom = 26
const x = (value: number): number => left + value * (side - left - 22)
const y = (value: number): number => side - bottom - value * (side - bottom - 8)

/** Said against seen: on the diagonal what was said came true as often as said. The bars are 95 % intervals. */
export function CalibrationPlot({ title, points }: { readonly title: string; readonly points: readonly PlotPoint[] }) {
  if (points.length === 0) return null
  const most = Math.max(...points.map(({ moments }) => moments))
  return (
    <figure className="calibration">
      <figcaption className="small">{title}</figcaption>
      <svg width={side} height={side} role="img" aria-label={`${title}: ${points.map(sentence).join('; ')}`}>
        {[0, 0.5, 1].map((tick) => (
          <g key={tick}>
            <line x1={x(tick)} x2={x(tick)} y1={y(0)} y2={y(1)} className="calibration-grid" />
            <line x1={x(0)} x2={x(1)} y1={y(tick)} y2={y(tick)} className="calibration-grid" />
            <text x={x(tick)} y={side - 8} textAnchor="middle" className="calibration-text">
              {Math.round(100 * tick)} %
            </text>
            <text x={left - 5} y={y(tick) + 4} textAnchor="end" className="calibration-text">
              {Math.round(100 * tick)}
            </text>
          </g>
        ))}
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="calibration-even" />
        {points.map((point) => (
          <g key={point.said}>
            <line x1={x(point.said)} x2={x(point.said)} y1={y(point.low)} y2={y(point.high)} className="calibration-range" />
            <circle cx={x(point.said)} cy={y(point.seen)} r={2.5 + 3 * Math.sqrt(point.moments / most)} className="calibration-dot">
              <title>{sentence(point)}</title>
            </circle>
          </g>
        ))}
      </svg>
    </figure>
  )
}

const sentence = ({ said, seen, moments }: PlotPoint): string =>
  `said ${formatRate(said)}, came ${formatRate(seen)} of ${formatCount(moments)}`
