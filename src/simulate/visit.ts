import type { Person } from './person.ts'
import type { Simulation } from './simulation.ts'

/** A touchpoint (by its number) at a moment, UTC milliseconds. */
export interface Spot {
  readonly state: number
  readonly at: number
}

/** Counts an event at a touchpoint. */
export function visit({ tally }: Simulation, person: Person, { state, at }: Spot): void {
  person.events++
  tally.events[state] = (tally.events[state] ?? 0) + 1
  if (person.firstAt[state] === 0) {
    person.firstAt[state] = at
    tally.reached[state] = (tally.reached[state] ?? 0) + 1
  }
  if (at < tally.firstEvent) tally.firstEvent = at
  if (at > tally.lastEvent) tally.lastEvent = at
}
