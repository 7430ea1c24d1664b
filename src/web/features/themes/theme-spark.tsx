import { formatDate, plural } from '../../../exports/format.ts'
import type { ThemeRow } from '../../../journey/methods/themes.ts'

const width = 180
const height = 34

export interface ThemeSparkProps {
  readonly trend: ThemeRow['trend']
  readonly bucket: 'week' | 'month'
  readonly onOpen: (start: number) => void
}

/** Texts of a theme by week or month, a bar each; a bar opens its texts. */
export function ThemeSpark({ trend, bucket, onOpen }: ThemeSparkProps) {
  const most = trend.reduce((a, { texts }) => Math.max(a, texts), 1)
  const step = width / Math.max(1, trend.length)
  return (
    <svg className="theme-spark" viewBox={`0 0 ${width} ${height}`} role="group" aria-label={`Texts by ${bucket}`}>
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} className="theme-spark-line" />
      {trend.map(({ start, texts, all }, place) => {
        const tall = (texts / most) * (height - 4)
        const label = `${plural(texts, 'text')} of ${all} in the ${bucket} of ${formatDate(start)}`
        if (texts === 0) return null
        return (
          <rect
            key={start}
            x={place * step + 0.5}
            y={height - tall}
            width={Math.max(1, step - 1)}
            height={tall}
            role="button"
            tabIndex={0}
            aria-label={`${label}: open them`}
            onClick={() => onOpen(start)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ' ') return
              event.preventDefault()
              onOpen(start)
            }}
          >
            <title>{label}</title>
          </rect>
        )
      })}
    </svg>
  )
}
