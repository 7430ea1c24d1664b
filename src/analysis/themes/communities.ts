import type { TermGraph } from './term-graph.ts'

/**
 * Parts of a graph that are tied more within than chance would tie them: modularity made as large as moves of single nodes, then of
 * whole parts, can make it (Blondel and others 2008). Nodes are visited in their order and ties go to the lower number, so the same
 * graph gives the same parts. A larger `resolution` gives more of them.
 */
export function communities(graph: TermGraph, resolution: number): Int32Array {
  let level = graph
  let belongs = Int32Array.from(graph.neighbours, (_, node) => node)
  for (;;) {
    const moved = moveNodes(level, resolution)
    belongs = belongs.map((part) => moved.part[part]!)
    if (moved.parts === level.neighbours.length) return belongs
    level = fold(level, moved)
  }
}

interface Moved {
  readonly part: Int32Array
  readonly parts: number
}
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

function moveNodes({ neighbours, weights }: TermGraph, resolution: number): Moved {
  const degree = Float64Array.from(weights, sum)
  const all = sum(degree)
  const part = Int32Array.from(neighbours, (_, node) => node)
  const total = degree.slice()
  for (let pass = 0; pass < 50; pass++) {
    let moves = 0
    for (let node = 0; node < part.length; node++) {
      const own = part[node]!
      total[own]! -= degree[node]!
      const ties = new Map<number, number>([[own, 0]])
      neighbours[node]!.forEach((to, i) => {
        if (to !== node) ties.set(part[to]!, (ties.get(part[to]!) ?? 0) + weights[node]![i]!)
      })
      let best = own
      let most = ties.get(own)! - (resolution * degree[node]! * total[own]!) / all
      for (const [candidate, tie] of ties) {
        const gain = tie - (resolution * degree[node]! * total[candidate]!) / all
        if (gain > most + 1e-12 || (gain > most - 1e-12 && candidate < best && best !== own)) [best, most] = [candidate, gain]
      }
      total[best]! += degree[node]!
      if (best !== own) moves++
      part[node] = best
    }
    if (moves === 0) break
  }
  return numbered(part)
}

function numbered(part: Int32Array): Moved {
  const numbers = new Map<number, number>()
  const fresh = part.map((one) => numbers.get(one) ?? (numbers.set(one, numbers.size), numbers.size - 1))
  return { part: fresh, parts: numbers.size }
}

/** Each part becomes a node; what ties it within becomes a tie to itself. */
function fold({ neighbours, weights }: TermGraph, { part, parts }: Moved): TermGraph {
  const lists = Array.from({ length: parts }, () => new Map<number, number>())
  neighbours.forEach((list, node) =>
    list.forEach((to, i) => {
      const own = lists[part[node]!]!
      own.set(part[to]!, (own.get(part[to]!) ?? 0) + weights[node]![i]!)
    }),
  )
  const sorted = lists.map((list) => [...list].toSorted((a, b) => a[0] - b[0]))
  return {
    neighbours: sorted.map((list) => Int32Array.from(list, ([to]) => to)),
    weights: sorted.map((list) => Float64Array.from(list, ([, weight]) => weight)),
  }
}
