import type { Actor } from '../app/actor.ts'

/** Refused updates of one person within a minute, above which the person's connections are refused for a while. */
const mostAMinute = 10
const minute = 60_000
/** Persons remembered at once. */
const mostPersons = 10_000

/** Counts refused updates by person, because each costs the server a new copy of the map. */
export class Refusals {
  readonly #now: () => number
  readonly #times = new Map<string, readonly number[]>()

  constructor(now: () => number) {
    this.#now = now
  }

  add(actor: Actor): void {
    if (this.#times.size >= mostPersons) this.#times.clear()
    this.#times.set(keyOf(actor), [...this.#recent(actor), this.#now()])
  }

  tooMany(actor: Actor): boolean {
    return this.#recent(actor).length >= mostAMinute
  }

  #recent(actor: Actor): readonly number[] {
    return (this.#times.get(keyOf(actor)) ?? []).filter((time) => this.#now() - time < minute).slice(-mostAMinute)
  }
}

const keyOf = ({ workspace, person }: Actor): string => `${workspace}/${person.id}`
