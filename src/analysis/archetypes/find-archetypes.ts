import { chooseCount, type ChoiceOptions, type Tried } from './choose-count.ts'
import { countTransitions } from './count-transitions.ts'
import { distinguish, type Trait } from './distinguish.ts'
import { representative } from './representative.ts'
import type { WeightedPath } from '../weighted-path.ts'

/** A group of journeys that behave alike. */
export interface Archetype {
  /** 1 is the largest. */
  readonly number: number
  /** What sets it apart, in words; the same paths give the same name. */
  readonly name: string
  readonly share: number
  /** Expected journeys: the sum of what each path belongs to it. */
  readonly journeys: number
  /** A journey that somebody really made, nearest to all of the group. */
  readonly representative: readonly string[]
  readonly traits: readonly Trait[]
  /** Mean length in events. */
  readonly events: number
}
export interface Archetypes {
  readonly archetypes: readonly Archetype[]
  /** Which archetype each path belongs to most, 1 is the largest, in the order of the paths. */
  readonly assigned: readonly number[]
  /** Mean certainty of that assignment over journeys, 0..1: how clearly the set tells journeys apart. */
  readonly certainty: number
  readonly tried: readonly Tried[]
}

/** Fewer journeys cannot tell groups apart. */
export const fewestJourneys = 30

/**
 * Archetypes of variants: a mixture of Markov chains by expectation maximisation, its size chosen by BIC and confirmed on
 * held-out paths. Yields the share done, 0..1; returns undefined with fewer than 30 journeys ("not enough").
 */
export function* findArchetypes(paths: readonly WeightedPath[], options: ChoiceOptions): Generator<number, Archetypes | undefined> {
  const journeys = paths.reduce((sum, { weight }) => sum + weight, 0)
  if (journeys < fewestJourneys) return undefined
  const counts = countTransitions(paths)
  const { fitted, tried } = yield* chooseCount(counts, options)
  const { size } = fitted.mixture
  const order = Array.from({ length: size }, (_, k) => k).toSorted((a, b) => fitted.mixture.shares[b]! - fitted.mixture.shares[a]! || a - b)
  const belongs = order.map((k) => Float64Array.from(paths, (_, v) => fitted.responsibilities[v * size + k]!))
  const traits = distinguish(paths, belongs)
  const archetypes = belongs.map((own, place): Archetype => {
    const mass = own.reduce((sum, value, v) => sum + value * paths[v]!.weight, 0)
    return {
      number: place + 1,
      name: traits[place]!.name,
      share: mass / journeys,
      journeys: mass,
      representative: representative(paths, own),
      traits: traits[place]!.traits,
      events: own.reduce((sum, value, v) => sum + value * paths[v]!.weight * paths[v]!.path.length, 0) / Math.max(mass, 1e-12),
    }
  })
  const assigned = paths.map((_, v) => belongs.reduce((best, own, k) => (own[v]! > belongs[best]![v]! ? k : best), 0) + 1)
  const certainty = assigned.reduce((sum, k, v) => sum + belongs[k - 1]![v]! * paths[v]!.weight, 0) / journeys
  return { archetypes, assigned, certainty, tried }
}
