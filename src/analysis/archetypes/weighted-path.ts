/** A variant as archetypes see it. */
export interface WeightedPath {
  readonly path: readonly string[]
  /** Journeys that took it. */
  readonly weight: number
}
