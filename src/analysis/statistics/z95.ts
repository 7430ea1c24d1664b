/** The normal quantile that encloses 95 %: Φ(1.959963984540054) = 0.975. */
export const z95 = 1.959963984540054

/** A number with its 95 % interval, all in the number's own unit. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}
