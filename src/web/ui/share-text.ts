import { formatRate } from '../../exports/format.ts'

interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** "26 % (23 %–29 %)": a share with its 95 % interval. */
export const shareText = (share: Estimate | null): string =>
  share === null ? '–' : `${formatRate(share.value)} (${formatRate(share.low)}–${formatRate(share.high)})`

/** "+3.1 (+1.2 to +5.0)": a difference of shares in percentage points. */
export const pointsText = (difference: Estimate | null): string =>
  difference === null ? '–' : `${points(difference.value)} (${points(difference.low)} to ${points(difference.high)})`

/** "+3.1" */
export function points(share: number): string {
  const shown = (100 * Math.abs(share)).toFixed(1)
  return `${shown === '0.0' ? '±' : share < 0 ? '−' : '+'}${shown}`
}

/** Does the interval leave zero out? Only then is a difference worth a mark. */
export const tells = (difference: Estimate | null): difference is Estimate =>
  difference !== null && (difference.low > 0 || difference.high < 0)
