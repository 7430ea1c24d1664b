import { byText } from '../by-order.ts'

/** Ids joined into customers: a forest by union, each tree with the strong id that it belongs to. */
export class Clusters {
  readonly isStrong: (id: string) => boolean
  readonly #parent = new Map<string, string>()
  readonly #strong = new Map<string, string>()

  constructor(isStrong: (id: string) => boolean) {
    this.isStrong = isStrong
  }

  /** The strong id of the customer that an id belongs to, as far as it is joined. */
  strongOf(id: string): string | undefined {
    return this.#strong.get(this.#root(id))
  }

  /** Would joining them put two strong ids together that no alias joined? */
  conflict(a: string, b: string): boolean {
    const [first, second] = [this.#root(a), this.#root(b)]
    const [one, other] = [this.#strong.get(first), this.#strong.get(second)]
    return first !== second && one !== undefined && other !== undefined
  }

  join(a: string, b: string): void {
    const [first, second] = [this.#root(a), this.#root(b)]
    if (first === second) return
    const strong = [this.#strong.get(first), this.#strong.get(second)].filter((one) => one !== undefined).sort(byText)[0]
    this.#parent.set(second, first)
    if (strong !== undefined) this.#strong.set(first, strong)
  }

  /** Ids that are not alone → the id that stands for their customer: its strong id, else the first by name; never a silent one. */
  persons(silent: ReadonlySet<string>): ReadonlyMap<string, string> {
    const members = Map.groupBy(this.#parent.keys(), (id) => this.#root(id))
    const found = new Map<string, string>()
    for (const [root, ids] of members) {
      const heard = ids.filter((id) => !silent.has(id))
      if (ids.length < 2 || heard.length === 0) continue
      const strong = this.#strong.get(root)
      const person = strong !== undefined && !silent.has(strong) ? strong : heard.toSorted(byText)[0]!
      for (const id of ids) found.set(id, person)
    }
    return found
  }

  #root(id: string): string {
    let root = id
    for (let parent = this.#parent.get(root); parent !== undefined && parent !== root; parent = this.#parent.get(root)) root = parent
    if (!this.#parent.has(id)) {
      this.#parent.set(id, id)
      if (this.isStrong(id)) this.#strong.set(id, id)
    }
    // Paths are shortened, so that long chains stay quick.
    for (let at = id; at !== root;) {
      const next = this.#parent.get(at)!
      this.#parent.set(at, root)
      at = next
    }
    return root
  }
}
