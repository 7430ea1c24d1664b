import { wilson } from './wilson.ts'
import type { Estimate } from './z95.ts'

/** CSAT by its usual rule: the share of answers in the top two of the scale, in percent, with its Wilson interval. Undefined for n = 0. */
export function csat(topTwo: number, n: number): Estimate | undefined {
  return percent(wilson(topTwo, n))
}

export function percent(share: Estimate | undefined): Estimate | undefined {
  return share && { value: 100 * share.value, low: 100 * share.low, high: 100 * share.high }
}
