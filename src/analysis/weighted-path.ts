/** A variant: its path and how many took it. */
export interface WeightedPath {
  readonly path: readonly string[]
  /** Journeys that took it. */
  readonly weight: number
}
