/** Keeps the last answers; the one used longest ago goes first. */
export class AnswerCache {
  readonly #most: number
  readonly #kept = new Map<string, unknown>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string): unknown {
    const found = this.#kept.get(key)
    if (found === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, found)
    return found
  }

  put(key: string, answer: unknown): void {
    this.#kept.delete(key)
    this.#kept.set(key, answer)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#most) return
      this.#kept.delete(oldest)
    }
  }
}
