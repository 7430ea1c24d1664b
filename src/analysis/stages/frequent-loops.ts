import type { TransitionRow } from '../../journey/answer.ts'
import { byText } from '../by-order.ts'

/**
 * Groups of touchpoints between which journeys go round: strongly connected by transitions that carry at least a share of
 * what leaves their origin. The share starts at 15 % and is raised until no group holds more than a third of the
 * touchpoints (two always may), for a group of nearly everything says nothing. Every touchpoint is in exactly one group.
 */
export function frequentLoops(names: readonly string[], transitions: readonly TransitionRow[]): readonly (readonly string[])[] {
  const most = Math.max(2, Math.floor(names.length / 3))
  for (const share of [0.15, 0.25, 0.35, 0.5]) {
    const groups = components(names, frequentEdges(names, transitions, share))
    if (groups.every((group) => group.length <= most)) return groups
  }
  return names.map((name) => [name])
}

type Edges = ReadonlyMap<string, readonly string[]>

function frequentEdges(names: readonly string[], transitions: readonly TransitionRow[], share: number): Edges {
  const known = new Set(names)
  const between = transitions.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
  const leaving = new Map<string, number>()
  for (const { from, count } of between) leaving.set(from, (leaving.get(from) ?? 0) + count)
  const edges = new Map<string, string[]>()
  for (const { from, to, count } of between) {
    if (count < share * (leaving.get(from) ?? 0)) continue
    const list = edges.get(from)
    if (list) list.push(to)
    else edges.set(from, [to])
  }
  return edges
}

/** Two touchpoints are together when each reaches the other. At most 60 names, so plain reachability is quick enough. */
function components(names: readonly string[], edges: Edges): readonly (readonly string[])[] {
  const reached = new Map(names.map((name) => [name, reachable(name, edges)]))
  const sorted = [...names].sort(byText)
  const grouped = new Set<string>()
  return sorted.flatMap((name) => {
    if (grouped.has(name)) return []
    const group = sorted.filter((other) => other === name || (reached.get(name)?.has(other) && reached.get(other)?.has(name)))
    for (const member of group) grouped.add(member)
    return [group]
  })
}

function reachable(start: string, edges: Edges): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [start]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const to of edges.get(next) ?? []) {
      if (seen.has(to)) continue
      seen.add(to)
      open.push(to)
    }
  }
  return seen
}
