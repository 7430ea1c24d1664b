import type { WeightedPath } from '../weighted-path.ts'

/** Candidates, and paths they are compared with: the heaviest in the group. */
const candidates = 60
const compared = 1500

/**
 * The weighted medoid of a group, as its place among the paths: of its heaviest paths the one most similar to all others. `belongs[v]` is how much path
 * v is of the group. Similarity is the cosine of the counts of transitions, start and end included. Ties: the earlier path.
 */
export function representative(paths: readonly WeightedPath[], belongs: Float64Array): number {
  const order = paths
    .map(({ weight }, v) => ({ v, mass: weight * belongs[v]! }))
    .filter(({ mass }) => mass > 0)
    .toSorted((a, b) => b.mass - a.mass || a.v - b.v)
    .slice(0, compared)
    .map(({ v, mass }) => ({ v, mass, profile: profileOf(paths[v]!.path) }))
  let best: { readonly v: number; readonly score: number } | undefined
  for (const candidate of order.slice(0, candidates)) {
    const score = order.reduce((sum, other) => sum + other.mass * cosine(candidate.profile, other.profile), 0)
    if (!best || score > best.score + 1e-12) best = { v: candidate.v, score }
  }
  return best?.v ?? 0
}

/** Mean similarity of a group's journeys to a path, 0..1. */
export function similarityTo(path: readonly string[], paths: readonly WeightedPath[], belongs: Float64Array): number {
  const profile = profileOf(path)
  let sum = 0
  let mass = 0
  for (const [v, one] of paths.entries()) {
    const own = one.weight * belongs[v]!
    if (own === 0) continue
    sum += own * cosine(profile, profileOf(one.path))
    mass += own
  }
  return mass === 0 ? 0 : sum / mass
}

interface Profile {
  readonly counts: ReadonlyMap<string, number>
  readonly norm: number
}

function profileOf(path: readonly string[]): Profile {
  const counts = new Map<string, number>()
  const all = ['', ...path, '']
  for (let i = 1; i < all.length; i++) {
    const key = JSON.stringify([all[i - 1], all[i]])
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return { counts, norm: Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0)) }
}

function cosine(one: Profile, other: Profile): number {
  let dot = 0
  for (const [key, count] of one.counts) dot += count * (other.counts.get(key) ?? 0)
  return Math.min(1, dot / (one.norm * other.norm))
}
