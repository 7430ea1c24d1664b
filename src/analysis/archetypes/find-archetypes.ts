import { chooseCount, type ChoiceOptions, type Tried } from './choose-count.ts'
import { countTransitions } from './count-transitions.ts'
import { distinguish, type Trait } from './distinguish.ts'
import { placesOf, type Place } from './places-of.ts'
import { representative, similarityTo } from './representative.ts'
import { segmentRule, type SegmentRule } from './segment-rule.ts'
import type { WeightedPath } from '../weighted-path.ts'

/** A group of journeys that behave alike. */
export interface Archetype {
  /** 1 is the largest. */
  readonly number: number
  /** What sets it apart, in words; the same paths give the same name. */
  readonly name: string
  /** Journeys whose path belongs to it most; over all archetypes they add up to all journeys. */
  readonly journeys: number
  readonly share: number
  /** Share when each journey counts for every archetype by its probability. */
  readonly expectedShare: number
  /** A path that somebody really took, nearest to all of the group. */
  readonly representative: readonly string[]
  readonly representativeJourneys: number
  /** Mean similarity of its journeys to the representative, 0..1. */
  readonly similarity: number
  readonly traits: readonly Trait[]
  /** Which touchpoints a journey must have reached, or not, to be one of these: the best short rule. */
  readonly rule: SegmentRule
  /** Touchpoints in order of their place, with reach. */
  readonly places: readonly Place[]
  /** Mean length in events. */
  readonly events: number
}
export interface Archetypes {
  readonly archetypes: readonly Archetype[]
  /** Which archetype each path belongs to most, 1 is the largest, in the order of the paths. */
  readonly assigned: readonly number[]
  /** Mean certainty of that assignment over journeys, 0..1: how clearly the set tells journeys apart. */
  readonly certainty: number
  /** Mean similarity of all journeys to the representative of their archetype, 0..1. */
  readonly coverage: number
  readonly tried: readonly Tried[]
}

export interface FindOptions extends ChoiceOptions {
  /** Touchpoints that are no step of a journey, such as the answer to a survey: they tell no groups apart. */
  readonly noSteps?: readonly string[]
}

/** Fewer journeys cannot tell groups apart. */
export const fewestJourneys = 30

/**
 * Archetypes of variants: a mixture of Markov chains by expectation maximisation, its size chosen by BIC and confirmed on
 * held-out journeys. Yields the share done, 0..1; returns undefined with fewer than 30 journeys ("not enough").
 */
export function* findArchetypes(whole: readonly WeightedPath[], options: FindOptions): Generator<number, Archetypes | undefined> {
  const paths = stepsOf(whole, options.noSteps ?? [])
  const journeys = paths.reduce((sum, { weight }) => sum + weight, 0)
  if (journeys < fewestJourneys) return undefined
  const { fitted, tried } = yield* chooseCount(countTransitions(paths), options)
  const { responsibilities, mixture } = fitted
  const { size, shares } = mixture
  const likeliest = paths.map((_, v) => likeliestOf(responsibilities.subarray(v * size, (v + 1) * size)))
  const masses = new Float64Array(size)
  for (const [v, { weight }] of paths.entries()) masses[likeliest[v]!]! += weight
  // A chain that is nobody's likeliest has no journeys to show.
  const order = [...masses.keys()].filter((k) => masses[k]! > 0).toSorted((a, b) => masses[b]! - masses[a]! || a - b)
  const groups = order.map((k) => Float64Array.from(paths, (_, v) => (likeliest[v] === k ? 1 : 0)))
  const told = distinguish(paths, groups)
  const archetypes: Archetype[] = []
  for (const [place, belongs] of groups.entries()) {
    archetypes.push({ ...describe(paths, whole, belongs), number: place + 1, ...told[place]!, expectedShare: shares[order[place]!]! })
    yield 0.95 + (0.05 * (place + 1)) / groups.length
  }
  const numbers = new Map(order.map((k, place) => [k, place + 1]))
  return {
    archetypes: archetypes.map((one) => ({ ...one, share: one.journeys / journeys })),
    assigned: likeliest.map((k) => numbers.get(k)!),
    certainty: paths.reduce((sum, { weight }, v) => sum + weight * responsibilities[v * size + likeliest[v]!]!, 0) / journeys,
    coverage: archetypes.reduce((sum, one) => sum + one.similarity * one.journeys, 0) / journeys,
    tried,
  }
}

function likeliestOf(values: Float64Array): number {
  let best = 0
  for (let k = 1; k < values.length; k++) if (values[k]! > values[best]!) best = k
  return best
}

function stepsOf(paths: readonly WeightedPath[], noSteps: readonly string[]): readonly WeightedPath[] {
  if (noSteps.length === 0) return paths
  const left = new Set(noSteps)
  return paths.map((one) => (one.path.some((name) => left.has(name)) ? { ...one, path: one.path.filter((name) => !left.has(name)) } : one))
}

type Described = Omit<Archetype, 'number' | 'name' | 'traits' | 'expectedShare'>

function describe(paths: readonly WeightedPath[], whole: readonly WeightedPath[], belongs: Float64Array): Described {
  const journeys = paths.reduce((sum, { weight }, v) => sum + weight * belongs[v]!, 0)
  const medoid = representative(paths, belongs)
  return {
    journeys,
    share: 0,
    representative: whole[medoid]?.path ?? [],
    representativeJourneys: whole[medoid]?.weight ?? 0,
    similarity: similarityTo(paths[medoid]?.path ?? [], paths, belongs),
    places: placesOf(paths, belongs),
    rule: segmentRule(paths, belongs),
    events: whole.reduce((sum, one, v) => sum + belongs[v]! * one.weight * one.path.length, 0) / Math.max(journeys, 1),
  }
}
