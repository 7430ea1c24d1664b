import { formatRate } from '../present/numbers.ts'

interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** A share with its 95 % interval, as text. */
export const estimateText = (share: Estimate | null): string =>
  share === null ? '–' : `${formatRate(share.value)} (${formatRate(share.low)}…${formatRate(share.high)})`

/** A difference of shares in percentage points, with its interval. */
export const differenceText = (difference: Estimate | null): string =>
  difference === null ? '–' : `${points(difference.value)} (${points(difference.low)}…${points(difference.high)})`

const points = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(1)}`
