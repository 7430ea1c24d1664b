/** What a card rests on. Computed, never chosen, except that a person may mark a card `assumed`. */
export type StandingKind = 'observed' | 'reported' | 'inferred' | 'assumed' | 'no data'

export interface Standing {
  readonly kind: StandingKind
  /** How many journeys, answers or texts it rests on; absent for assumed and no data. */
  readonly n?: number
  /** 95 % interval of the card's number, in the number's own unit. */
  readonly low?: number
  readonly high?: number
  /** UTC ms of the newest thing it rests on. */
  readonly asOf?: number
  /** The rule or model that something inferred rests on: "placed by order of occurrence". */
  readonly rule?: string
}
