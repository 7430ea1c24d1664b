/** Versions by key: whoever listens to a key hears only of that key, so that one change draws one card. */
export class Signals {
  private readonly listeners = new Map<string, Set<() => void>>()
  private readonly versions = new Map<string, number>()

  version(key: string): number {
    return this.versions.get(key) ?? 0
  }

  listen(key: string, listener: () => void): () => void {
    const own = this.listeners.get(key) ?? new Set()
    this.listeners.set(key, own.add(listener))
    return () => {
      own.delete(listener)
      if (own.size === 0 && this.listeners.get(key) === own) this.listeners.delete(key)
    }
  }

  /** Raises the version of each key once and tells its listeners. */
  tell(keys: Iterable<string>): void {
    for (const key of new Set(keys)) {
      this.versions.set(key, this.version(key) + 1)
      for (const listener of Array.from(this.listeners.get(key) ?? [])) listener()
    }
  }
}

export const cardKey = (id: string): string => `card ${id}`
export const placeKey = (key: string): string => `cell ${key}`
