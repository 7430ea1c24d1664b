import type { WeightedPath } from '../weighted-path.ts'

/** A touchpoint that a group reaches more or less than the others do; shares of journeys, 0..1. */
export interface Trait {
  readonly touchpoint: string
  readonly here: number
  readonly elsewhere: number
}
export interface Distinguished {
  readonly name: string
  readonly traits: readonly Trait[]
}

/** Differences in reach smaller than this do not name a group. */
const telling = 0.15
const most = 5

/** What sets each group apart from all others: touchpoints by the difference in reach, the largest first; ties by name. */
export function distinguish(paths: readonly WeightedPath[], groups: readonly Float64Array[]): readonly Distinguished[] {
  const reach = groups.map((belongs) => reachOf(paths, belongs))
  const touchpoints = [...new Set(paths.flatMap(({ path }) => path))].toSorted((a, b) => (a < b ? -1 : 1))
  const told = groups.map((_, k) => {
    const traits = touchpoints
      .map((touchpoint) => ({ touchpoint, here: shareOf(reach[k]!, touchpoint), elsewhere: shareElsewhere(reach, k, touchpoint) }))
      .toSorted((a, b) => Math.abs(b.here - b.elsewhere) - Math.abs(a.here - a.elsewhere))
      .filter(({ here, elsewhere }) => Math.abs(here - elsewhere) >= telling)
      .slice(0, most)
    return { name: groups.length === 1 ? 'All journeys' : nameOf(traits), traits }
  })
  // Two groups that differ by how, not by where: the later one is numbered.
  return told.map((one, k) => {
    const before = told.slice(0, k).filter(({ name }) => name === one.name).length
    return before === 0 ? one : { ...one, name: `${one.name} (${before + 1})` }
  })
}

interface Reach {
  readonly mass: number
  readonly by: ReadonlyMap<string, number>
}

function reachOf(paths: readonly WeightedPath[], belongs: Float64Array): Reach {
  const by = new Map<string, number>()
  let mass = 0
  for (const [v, { path, weight }] of paths.entries()) {
    const own = weight * belongs[v]!
    if (own === 0) continue
    mass += own
    for (const touchpoint of new Set(path)) by.set(touchpoint, (by.get(touchpoint) ?? 0) + own)
  }
  return { mass, by }
}

const shareOf = ({ mass, by }: Reach, touchpoint: string): number => (mass === 0 ? 0 : (by.get(touchpoint) ?? 0) / mass)

function shareElsewhere(reach: readonly Reach[], except: number, touchpoint: string): number {
  const others = reach.filter((_, k) => k !== except)
  const mass = others.reduce((sum, one) => sum + one.mass, 0)
  return mass === 0 ? 0 : others.reduce((sum, { by }) => sum + (by.get(touchpoint) ?? 0), 0) / mass
}

function nameOf(traits: readonly Trait[]): string {
  const more = traits.filter(({ here, elsewhere }) => here > elsewhere).map(({ touchpoint }) => touchpoint)
  const less = traits.filter(({ here, elsewhere }) => here < elsewhere).map(({ touchpoint }) => touchpoint)
  if (more.length > 0) return more.slice(0, 2).join(' and ')
  return less.length > 0 ? `Without ${less[0]}` : 'Like most'
}
