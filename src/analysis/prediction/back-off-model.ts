import { byText } from '../by-order.ts'

/** A journey to learn from or to be judged by. */
export interface PastJourney {
  readonly path: readonly string[]
  /** Nothing came after its last touchpoint. False where it is still open, or where its last touchpoint is the goal. */
  readonly fellSilent: boolean
}

/** Silence, as something that comes next. No touchpoint has an empty name. */
export const silence = ''

export interface Likely {
  /** A touchpoint, or `silence`. */
  readonly next: string
  /** 0..1; all of them sum to 1. */
  readonly probability: number
}
/** What comes next after a path, learnt from other journeys. */
export interface NextModel {
  /** Longest stretch of the past that is looked at. */
  readonly order: number
  /** What may come next: silence first, then touchpoints by name; `chances` has their order. */
  readonly names: readonly string[]
  readonly chances: (past: readonly string[]) => Float64Array
  /** The same, likeliest first; ties by name. */
  readonly next: (past: readonly string[]) => readonly Likely[]
  /** Journeys that passed the longest stretch of this past that was ever seen. */
  readonly seen: (past: readonly string[]) => number
}

interface Context {
  total: number
  readonly counts: Map<number, number>
}

/** Stands before the first touchpoint, so that how journeys begin is learnt too; and for silence, after the last one. */
const edge = 0

/**
 * Variable-order Markov model: the longest stretch of the past that has been seen speaks, backed off to shorter ones by
 * Witten and Bell's interpolation (the chance of something new after a context is the number of different things seen there
 * over that number plus the context's count). Order 0 is the mix of everything that happens.
 */
export function learnNext(journeys: readonly PastJourney[], order: number): NextModel {
  const names = [silence, ...[...new Set(journeys.flatMap(({ path }) => path))].sort(byText)]
  const codes = new Map(names.map((name, code) => [name, code]))
  const contexts = new Map<string, Context>()
  for (const { path, fellSilent } of journeys) learn(contexts, coded(path, codes), { order, fellSilent })
  const longestSeen = (past: string): Context | undefined => {
    for (let length = Math.min(order, past.length); length >= 0; length--) {
      const context = contexts.get(past.slice(past.length - length))
      if (context) return context
    }
    return undefined
  }
  const chances = (past: readonly string[]): Float64Array => {
    const code = coded(past, codes)
    const probabilities = new Float64Array(names.length).fill(1 / names.length)
    for (let length = 0; length <= Math.min(order, code.length); length++) {
      const context = contexts.get(code.slice(code.length - length))
      if (!context) break
      interpolate(context, probabilities)
    }
    return probabilities
  }
  const next = (past: readonly string[]): readonly Likely[] => {
    const probabilities = chances(past)
    return names
      .map((name, place) => ({ next: name, probability: probabilities[place]! }))
      .sort((a, b) => b.probability - a.probability || byText(a.next, b.next))
  }
  return { order, names, chances, next, seen: (past) => longestSeen(coded(past, codes))?.total ?? 0 }
}

/** A path as a text of one letter a touchpoint, the edge first: stretches of it are quick to look up. A strange touchpoint is like nothing seen. */
function coded(path: readonly string[], codes: ReadonlyMap<string, number>): string {
  let text = String.fromCharCode(edge)
  for (const name of path) text += String.fromCharCode(codes.get(name) ?? 65_535)
  return text
}

function learn(
  contexts: Map<string, Context>,
  code: string,
  { order, fellSilent }: { readonly order: number; readonly fellSilent: boolean },
): void {
  const last = fellSilent ? code.length : code.length - 1
  for (let at = 1; at <= last; at++) {
    const next = at === code.length ? edge : code.charCodeAt(at)
    for (let length = Math.min(order, at); length >= 0; length--) {
      const key = code.slice(at - length, at)
      let context = contexts.get(key)
      if (!context) contexts.set(key, (context = { total: 0, counts: new Map() }))
      context.total += 1
      context.counts.set(next, (context.counts.get(next) ?? 0) + 1)
    }
  }
}

/** Mixes what the context has seen into the chances of shorter ones, in place. */
function interpolate({ total, counts }: Context, chances: Float64Array): void {
  const kinds = counts.size
  const share = kinds / (total + kinds)
  for (let code = 0; code < chances.length; code++) chances[code]! *= share
  for (const [code, count] of counts) chances[code]! += count / (total + kinds)
}
