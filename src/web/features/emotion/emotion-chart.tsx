import { useWidth } from '../../ui/use-width.ts'
import { emotionSeries, type EmotionRow, type EmotionSeries } from '../../../journey/methods/emotion.ts'
import { placeEmotion, type PlacedSeries } from './place-emotion.ts'
import { rowSentence } from './emotion-text.ts'

const height = 260
const names: Readonly<Record<EmotionSeries, string>> = { scores: 'By scores given', words: 'By words written' }

/** The feeling at each touchpoint in the order of the journey: scores as a solid line, words as a dashed one, each in its band. */
export function EmotionChart({ rows }: { readonly rows: readonly EmotionRow[] }) {
  const [ref, width] = useWidth<HTMLDivElement>()
  const placed = placeEmotion(rows, { width, height })
  const shown = emotionSeries.filter((series) => rows.some((row) => row.series === series && row.mean !== null))
  return (
    <figure className="emotion-chart">
      <figcaption className="row small soft">
        {shown.map((series) => (
          <span key={series} className="row">
            <svg width={28} height={10} aria-hidden>
              <line x1={0} x2={28} y1={5} y2={5} className={`emotion-of-${series}`} />
            </svg>
            {names[series]}
          </span>
        ))}
        <span>bands: 95 % intervals; hollow: too few to tell</span>
      </figcaption>
      <div ref={ref} className="emotion-scroll" role="region" aria-label="Feeling along the journey" tabIndex={0}>
        {width === 0 ? null : (
          <svg width={placed.width} height={height} role="img" aria-label={rows.map(rowSentence).join('; ')}>
            {placed.ticks.map(({ value, y }) => (
              <g key={value}>
                <line x1={placed.left} x2={placed.width} y1={y} y2={y} className={value === 0 ? 'emotion-none' : 'emotion-grid'} />
                <text x={placed.left - 6} y={y + 4} textAnchor="end" className="emotion-text">
                  {value > 0 ? '+1' : value < 0 ? '−1' : '0'}
                </text>
              </g>
            ))}
            {placed.names.map(({ name, x, lines }) => (
              <text key={name} className="emotion-text" textAnchor="middle">
                <title>{name}</title>
                {lines.map((line, index) => (
                  <tspan key={index} x={x} y={placed.bottom + 20 + index * 14}>
                    {line}
                  </tspan>
                ))}
              </text>
            ))}
            {placed.series.map((one) => (
              <Series key={one.series} placed={one} />
            ))}
          </svg>
        )}
      </div>
    </figure>
  )
}

function Series({ placed: { series, bands, lines, points } }: { readonly placed: PlacedSeries }) {
  return (
    <g>
      {bands.map((path) => (
        <path key={path} d={path} className={`emotion-band-of-${series}`} />
      ))}
      {lines.map((path) => (
        <path key={path} d={path} className={`emotion-of-${series}`} />
      ))}
      {points.map(({ row, x, y, low, high }) => (
        <g key={row.touchpoint}>
          {low === null || high === null ? null : <line x1={x} x2={x} y1={low} y2={high} className={`emotion-range-of-${series}`} />}
          {series === 'scores' ? (
            <circle cx={x} cy={y} r={4.5} className={row.mean === null ? 'emotion-hollow' : `emotion-dot-of-${series}`}>
              <title>{rowSentence(row)}</title>
            </circle>
          ) : (
            <rect x={x - 4} y={y - 4} width={8} height={8} className={row.mean === null ? 'emotion-hollow' : `emotion-dot-of-${series}`}>
              <title>{rowSentence(row)}</title>
            </rect>
          )}
        </g>
      ))}
    </g>
  )
}
