import type { Vocabulary } from './vocabulary.ts'

/** Which terms go together in texts more than chance would bring: neighbours and weights of each term, in the order of the terms. */
export interface TermGraph {
  readonly neighbours: readonly Int32Array[]
  readonly weights: readonly Float64Array[]
}

/** Pairs that fewer texts hold are left out. */
const leastTogether = 2
/** Log-likelihood ratio (Dunning 1993) that a pair must reach: chance reaches it once in a thousand. */
const leastSurprise = 10.83
/** A long text ties everything to everything; only its rarest terms count. */
const termsOfText = 24

/** An edge weighs the square root of its two terms' pointwise mutual information, normalised to 0..1: many weak ties beat one strong one. */
export function termGraph({ terms, counts, texts }: Vocabulary): TermGraph {
  const together = new Map<number, number>()
  for (const { terms: all } of texts) {
    const own = all.length <= termsOfText ? all : rarest(all, counts)
    for (let i = 0; i < own.length; i++)
      for (let j = i + 1; j < own.length; j++) {
        const pair = own[i]! * terms.length + own[j]!
        together.set(pair, (together.get(pair) ?? 0) + 1)
      }
  }
  const edges: { a: number; b: number; weight: number }[] = []
  const n = texts.length
  for (const [pair, both] of together) {
    if (both < leastTogether) continue
    const a = Math.floor(pair / terms.length)
    const b = pair % terms.length
    const lift = (both * n) / (counts[a]! * counts[b]!)
    if (lift <= 1 || surprise({ both, a: counts[a]!, b: counts[b]!, n }) < leastSurprise) continue
    edges.push({ a, b, weight: Math.sqrt(Math.log(lift) / Math.max(1e-9, -Math.log(both / n))) })
  }
  return toLists(edges, terms.length)
}

function toLists(edges: { a: number; b: number; weight: number }[], size: number): TermGraph {
  const lists = Array.from({ length: size }, () => [] as [number, number][])
  for (const { a, b, weight } of edges) {
    lists[a]!.push([b, weight])
    lists[b]!.push([a, weight])
  }
  for (const list of lists) list.sort((x, y) => x[0] - y[0])
  return {
    neighbours: lists.map((list) => Int32Array.from(list, ([to]) => to)),
    weights: lists.map((list) => Float64Array.from(list, ([, weight]) => weight)),
  }
}

/** 2 Σ observed · ln(observed / expected) over the four cells. */
function surprise({ both, a, b, n }: { readonly both: number; readonly a: number; readonly b: number; readonly n: number }): number {
  const cell = (seen: number, expected: number): number => (seen <= 0 ? 0 : seen * Math.log(seen / expected))
  return (
    2 *
    (cell(both, (a * b) / n) +
      cell(a - both, (a * (n - b)) / n) +
      cell(b - both, (b * (n - a)) / n) +
      cell(n - a - b + both, ((n - a) * (n - b)) / n))
  )
}

const rarest = (all: Int32Array, counts: Int32Array): Int32Array =>
  all
    .toSorted((a, b) => counts[a]! - counts[b]! || a - b)
    .slice(0, termsOfText)
    .toSorted()
