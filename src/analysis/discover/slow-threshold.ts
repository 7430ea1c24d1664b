import type { TransitionRow } from '../../journey/answer.ts'
import { sum } from '../by-order.ts'

/**
 * The gap, in whole milliseconds, that nine in ten of all passages stay within: estimated from each transition's p50 and
 * p90 (straight lines between 0, p50, p90 and twice p90), because the pooled p90 itself would cost a question of its own.
 * Undefined when there are no transitions or nothing takes any time. The estimate only sets where "slow" begins; the
 * slow passages themselves are then counted exactly.
 */
export function slowThreshold(transitions: readonly TransitionRow[]): number | undefined {
  const total = sum(transitions.map((row) => row.count))
  const longest = Math.max(0, ...transitions.map((row) => row.p90))
  if (total === 0 || longest === 0) return undefined
  let low = 0
  let high = Math.ceil(2 * longest)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (sum(transitions.map((row) => row.count * shareWithin(row, middle))) < 0.9 * total) low = middle
    else high = middle
  }
  return high
}

function shareWithin({ p50, p90 }: TransitionRow, gap: number): number {
  if (gap >= 2 * p90) return 1
  if (gap >= p90) return 0.9 + (0.1 * (gap - p90)) / p90
  if (gap >= p50) return 0.5 + (0.4 * (gap - p50)) / (p90 - p50)
  return (0.5 * gap) / p50
}
