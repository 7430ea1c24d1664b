import type { OverviewRow, ScoreRow } from '../../journey/answer.ts'
import { byText } from '../by-order.ts'
import { tooFew } from '../cards/emotion-cards.ts'
import { meanInterval, pool } from '../statistics/mean-interval.ts'
import { nps } from '../statistics/nps.ts'
import { wilson } from '../statistics/wilson.ts'
import type { Estimate } from '../statistics/z95.ts'

export interface ScoreOfScale {
  readonly scale: string
  readonly n: number
  /** Mean normalised score −1..+1 with its 95 % interval; null below five answers. */
  readonly mean: number | null
  readonly sd: number
  readonly low: number | null
  readonly high: number | null
  readonly nps: Estimate | null
  readonly promoters: number
  readonly detractors: number
}

/** Shares of the whole: `share` of everybody's journeys, `conversion` of the journeys that have ended. */
export function sharesOf(row: OverviewRow, of: number): { readonly share: Estimate | null; readonly conversion: Estimate | null } {
  return {
    share: plain(wilson(row.journeys, of)),
    conversion: plain(wilson(row.reachedGoal, row.reachedGoal + row.lost)),
  }
}

/** Scores of all touchpoints together, one a scale: scales are never mixed. */
export function scoresOf(rows: readonly ScoreRow[]): ScoreOfScale[] {
  const scales = [...new Set(rows.filter((row) => row.n > 0).map((row) => row.scale))].sort(byText)
  return scales.map((scale) => {
    const own = rows.filter((row) => row.scale === scale)
    const all = pool(own)
    const found = all.n < tooFew ? undefined : meanInterval(all)
    const promoters = own.reduce((sum, row) => sum + row.promoters, 0)
    const detractors = own.reduce((sum, row) => sum + row.detractors, 0)
    return {
      scale,
      n: all.n,
      mean: found?.value ?? null,
      sd: all.sd,
      low: found?.low ?? null,
      high: found?.high ?? null,
      nps: scale === 'nps' && all.n >= tooFew ? plain(nps({ promoters, detractors, n: all.n })) : null,
      promoters,
      detractors,
    }
  })
}

const plain = (estimate: Estimate | undefined): Estimate | null =>
  estimate ? { value: estimate.value, low: estimate.low, high: estimate.high } : null
