/** Refused updates of one person within a minute, above which the person's connections are refused for a while. */
const mostAMinute = 10
const minute = 60_000
/** Persons remembered at once. */
const mostKeys = 10_000

/** Counts refused updates by person, because each costs the server a new copy of the map. */
export class Refusals {
  readonly #now: () => number
  readonly #times = new Map<string, number[]>()

  constructor(now: () => number) {
    this.#now = now
  }

  add(key: string): void {
    if (this.#times.size >= mostKeys) this.#times.clear()
    this.#times.set(key, [...this.#recent(key), this.#now()])
  }

  tooMany(key: string): boolean {
    return this.#recent(key).length >= mostAMinute
  }

  #recent(key: string): readonly number[] {
    return (this.#times.get(key) ?? []).filter((time) => this.#now() - time < minute).slice(-mostAMinute)
  }
}
