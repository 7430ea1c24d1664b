/** A number with its 95 % interval, all in the number's own unit. */
export interface ShareEstimate {
  readonly value: number
  readonly low: number
  readonly high: number
}
