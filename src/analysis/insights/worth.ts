import type { TraceRow } from '../../journey/trace.ts'

export interface Worth {
  /** Mean over journeys that carry money in the currency. */
  readonly mean: number
  /** Empty where the events do not say. */
  readonly currency: string
}

/** What a journey with money is worth on average, in the currency that most of them are in; currencies are never added. */
export function meanWorth(traces: readonly TraceRow[]): Worth | undefined {
  const sums = new Map<string, { n: number; sum: number }>()
  for (const { amount, currency } of traces) {
    if (amount === null) continue
    const one = sums.get(currency) ?? { n: 0, sum: 0 }
    sums.set(currency, { n: one.n + 1, sum: one.sum + amount })
  }
  const [most] = [...sums].sort(([a, x], [b, y]) => y.n - x.n || (a < b ? -1 : 1))
  return most && { currency: most[0], mean: most[1].sum / most[1].n }
}
