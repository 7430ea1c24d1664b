import type { ScoreRow } from '../../journey/answer.ts'
import type { ScoreFigure } from '../../journey/methods/emotion.ts'
import { parseScale } from '../../journey/scale.ts'
import { byText } from '../by-order.ts'
import { csat } from '../statistics/csat.ts'
import { meanInterval, pool } from '../statistics/mean-interval.ts'
import { nps } from '../statistics/nps.ts'

type Rows = readonly ScoreRow[]

/** Scores by the formulas that people know them by, one a scale, each with its 95 % interval and its rule. */
export function scoreFigures(rows: Rows): readonly ScoreFigure[] {
  const scales = [...new Set(rows.map(({ scale }) => scale))].toSorted(byText)
  return scales.flatMap(
    (scale) =>
      figureOf(
        scale,
        rows.filter((row) => row.scale === scale && row.n > 0),
      ) ?? [],
  )
}

function figureOf(scale: string, rows: Rows): ScoreFigure | undefined {
  const sum = (key: 'n' | 'promoters' | 'detractors' | 'topTwo'): number => rows.reduce((all, row) => all + row[key], 0)
  const n = sum('n')
  if (n === 0) return undefined
  switch (scale) {
    case 'nps': {
      const { value, low, high } = nps({ promoters: sum('promoters'), detractors: sum('detractors'), n })!
      return { scale, rule: 'NPS: share of 9–10 less share of 0–6', unit: 'points', n, value, low, high }
    }
    case 'csat':
      return { scale, rule: 'CSAT: share of answers 4 or 5', unit: 'percent', n, ...csat(sum('topTwo'), n)! }
    case 'ces':
      return { scale, rule: 'CES: share of answers 5 to 7 of 7 (7 = easy)', unit: 'percent', n, ...csat(sum('topTwo'), n)! }
    default:
      return meanFigure(scale, rows)
  }
}

/** The mean on the scale itself; its interval is that of the normalised scores, put back on the scale. */
function meanFigure(scale: string, rows: Rows): ScoreFigure | undefined {
  const parsed = parseScale(scale)
  const mean = meanInterval(pool(rows))
  if (!parsed.ok || !mean) return undefined
  const { worst, best } = parsed.value
  const onScale = (value: number): number => worst + ((Math.max(-1, Math.min(1, value)) + 1) / 2) * (best - worst)
  const ends = mean.low === null || mean.high === null ? undefined : [onScale(mean.low), onScale(mean.high)].toSorted((a, b) => a - b)
  const rule = scale === 'stars' ? 'Mean of 1 to 5 stars' : `Mean on ${worst} (worst) to ${best} (best)`
  return { scale, rule, unit: 'scale', n: mean.n, value: onScale(mean.value), low: ends?.[0] ?? null, high: ends?.[1] ?? null }
}
