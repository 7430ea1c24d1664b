import type { WeightedPath } from '../weighted-path.ts'

/** A rule on which touchpoints a journey reached, and how well it tells a group's journeys from all others. */
export interface SegmentRule {
  readonly reached: readonly string[]
  readonly notReached: readonly string[]
  /** Of the journeys that the rule takes, those of the group; and of the group's journeys those that it takes; 0..1. */
  readonly precision: number
  readonly recall: number
}

const mostConditions = 3
/** A further condition must raise the mean of precision and recall by this much. */
const worthwhile = 0.01

/**
 * The rule of at most three conditions that tells a group best, found greedily: each step adds the condition with the highest
 * harmonic mean of precision and recall; ties go to the condition first by name.
 */
export function segmentRule(paths: readonly WeightedPath[], belongs: Float64Array): SegmentRule {
  let left = paths.map(({ path, weight }, v) => ({ touchpoints: new Set(path), weight, own: belongs[v]! > 0 }))
  const group = left.reduce((sum, one) => sum + (one.own ? one.weight : 0), 0)
  const names = [...new Set(paths.flatMap(({ path }) => [...new Set(path)]))].toSorted((a, b) => (a < b ? -1 : 1))
  let rule: SegmentRule = { reached: [], notReached: [], ...measure(massOf(left), group) }
  for (let step = 0; step < mostConditions; step++) {
    const all = massOf(left)
    const visiting = new Map<string, Mass>()
    for (const { touchpoints, weight, own } of left)
      for (const name of touchpoints) {
        const mass = visiting.get(name) ?? { taken: 0, own: 0 }
        visiting.set(name, { taken: mass.taken + weight, own: mass.own + (own ? weight : 0) })
      }
    let best: (Measure & { readonly name: string; readonly reached: boolean }) | undefined
    for (const name of names) {
      const with_ = visiting.get(name) ?? { taken: 0, own: 0 }
      const without = { taken: all.taken - with_.taken, own: all.own - with_.own }
      for (const [mass, reached] of [[with_, true] as const, [without, false] as const]) {
        const measured = measure(mass, group)
        if (!best || harmonic(measured) > harmonic(best) + 1e-12) best = { ...measured, name, reached }
      }
    }
    if (!best || harmonic(best) < harmonic(rule) + worthwhile) return rule
    const { name, reached, precision, recall } = best
    rule = {
      reached: reached ? [...rule.reached, name] : rule.reached,
      notReached: reached ? rule.notReached : [...rule.notReached, name],
      precision,
      recall,
    }
    left = left.filter((one) => one.touchpoints.has(name) === reached)
  }
  return rule
}

interface Mass {
  readonly taken: number
  readonly own: number
}
interface Measure {
  readonly precision: number
  readonly recall: number
}

const massOf = (list: readonly { readonly weight: number; readonly own: boolean }[]): Mass => ({
  taken: list.reduce((sum, { weight }) => sum + weight, 0),
  own: list.reduce((sum, { weight, own }) => sum + (own ? weight : 0), 0),
})
const measure = ({ taken, own }: Mass, group: number): Measure => ({
  precision: taken === 0 ? 0 : own / taken,
  recall: group === 0 ? 0 : own / group,
})
const harmonic = ({ precision, recall }: Measure): number =>
  precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
