import type { Cast } from './cast.ts'
import type { Simulation } from './simulation.ts'

/** One newcomer: what comes of it is up to the kind of company. */
export interface Arrival {
  readonly cast: Cast
  /** 0-based number of the first person it may create, and how many at the most. */
  readonly first: number
  readonly atMost: number
  /** Running number of the arrival itself; the account's number where there are accounts. */
  readonly number: number
  /** UTC milliseconds. */
  readonly at: number
  /** Told who each person is, if anybody wants to know. */
  readonly tell: ((who: CustomerTruth) => void) | undefined
}

/** What is known about one customer. */
export interface CustomerTruth {
  readonly customer: string
  readonly archetype: string
  readonly account?: string
  readonly role?: string
  readonly reachedGoal: boolean
}

/** Plays one arrival to its end and returns how many people it made. */
export type Play = (simulation: Simulation, arrival: Arrival) => number
