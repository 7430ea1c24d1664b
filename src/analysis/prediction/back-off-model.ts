import type { WeightedPath } from '../weighted-path.ts'

/** The end of a journey, as something that comes next. No touchpoint has an empty name. */
export const end = ''

export interface Likely {
  /** A touchpoint, or `end`. */
  readonly next: string
  /** 0..1; all of them sum to 1. */
  readonly probability: number
}
/** What comes next after a path, learnt from other paths. */
export interface NextModel {
  /** Longest stretch of the past that is looked at. */
  readonly order: number
  /** Everything that may come next, likeliest first; ties by name. */
  readonly next: (past: readonly string[]) => readonly Likely[]
}

interface Context {
  total: number
  readonly counts: Map<string, number>
}

/**
 * Variable-order Markov model: the longest stretch of the past that has been seen speaks, backed off to shorter ones by
 * Witten and Bell's interpolation (the chance of something new after a context is the number of different things seen there
 * over that number plus the context's count). Order 0 is the mix of everything that happens.
 */
export function learnNext(paths: readonly WeightedPath[], order: number): NextModel {
  const contexts = new Map<string, Context>()
  const everything = new Set<string>([end])
  for (const { path, weight } of paths) {
    const begun = [beginning, ...path]
    for (let at = 1; at <= begun.length; at++) {
      const next = begun[at] ?? end
      everything.add(next)
      for (let length = 0; length <= Math.min(order, at); length++) add(contexts, keyOf(begun, at, length), { next, weight })
    }
  }
  const names = [...everything].toSorted((a, b) => (a < b ? -1 : 1))
  const next = (past: readonly string[]): readonly Likely[] => {
    let probabilities = new Map(names.map((name) => [name, 1 / names.length]))
    const begun = [beginning, ...past]
    for (let length = 0; length <= Math.min(order, begun.length); length++) {
      const context = contexts.get(keyOf(begun, begun.length, length))
      if (!context) break
      probabilities = interpolate(context, probabilities)
    }
    return [...probabilities]
      .map(([name, probability]) => ({ next: name, probability }))
      .toSorted((a, b) => b.probability - a.probability || (a.next < b.next ? -1 : 1))
  }
  return { order, next }
}

/** Stands before the first touchpoint, so that how journeys begin is learnt too. */
const beginning = null

const keyOf = (path: readonly (string | null)[], at: number, length: number): string => JSON.stringify(path.slice(at - length, at))

function add(contexts: Map<string, Context>, key: string, { next, weight }: { readonly next: string; readonly weight: number }): void {
  let context = contexts.get(key)
  if (!context) contexts.set(key, (context = { total: 0, counts: new Map() }))
  context.total += weight
  context.counts.set(next, (context.counts.get(next) ?? 0) + weight)
}

function interpolate({ total, counts }: Context, shorter: ReadonlyMap<string, number>): Map<string, number> {
  const kinds = counts.size
  return new Map([...shorter].map(([name, probability]) => [name, ((counts.get(name) ?? 0) + kinds * probability) / (total + kinds)]))
}
