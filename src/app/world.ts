/** Time and chance, given by hand. */
export interface World {
  /** UTC milliseconds. */
  readonly now: () => number
  /** An id nobody has guessed or used: letters, digits, - and _, at most 64. */
  readonly newId: () => string
}
