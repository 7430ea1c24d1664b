import { type Estimate, z95 } from './z95.ts'

export interface NpsAnswers {
  /** Scores 9 and 10. */
  readonly promoters: number
  /** Scores 0 to 6. */
  readonly detractors: number
  /** All answers; passives (7 and 8) stay in. */
  readonly n: number
}

/**
 * The Net Promoter Score, 100 × (promoters − detractors) / n, with its adjusted Wald interval (three answers added, ¾ to
 * each end; Rocks 2016), clipped to −100..100. `adjusted` is that interval's centre. Undefined for n = 0.
 */
export function nps(answers: NpsAnswers): (Estimate & { readonly adjusted: number }) | undefined {
  const { promoters, detractors, n } = answers
  if (n === 0) return undefined
  const p = (promoters + 0.75) / (n + 3)
  const d = (detractors + 0.75) / (n + 3)
  const half = z95 * Math.sqrt((p + d - (p - d) ** 2) / (n + 3))
  const adjusted = 100 * (p - d)
  return {
    value: (100 * (promoters - detractors)) / n,
    adjusted,
    low: Math.max(-100, adjusted - 100 * half),
    high: Math.min(100, adjusted + 100 * half),
  }
}
