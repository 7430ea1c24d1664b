import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import { byFirst, byText, sum } from '../by-order.ts'

/** How strongly a touchpoint's mean first position holds it, against the passages that pull at it. */
const anchor = 0.002
const sweeps = 400

/**
 * Each touchpoint's place from the start of journeys (0) to their end (1), by which way people pass: places are chosen so
 * that every passage a→b comes as near as can be to one step forward (least squares, as in SpringRank by De Bacco,
 * Larremore and Moore 2018), weakly held at the mean first positions. A mean position alone misleads: it is relative to a
 * journey's length, so what only long journeys reach seems to come early. Touchpoints that people go back and forth
 * between come out side by side.
 */
export function flowOrder(rows: readonly TouchpointRow[], transitions: readonly TransitionRow[]): ReadonlyMap<string, number> {
  const sorted = [...rows].sort((a, b) => byText(a.touchpoint, b.touchpoint))
  const index = new Map(sorted.map((row, place) => [row.touchpoint, place]))
  const length = Math.max(1, rows.length - 1)
  const anchors = sorted.map((row) => row.position * length)
  const pulls = pullsOn(index, transitions)
  const weights = pulls.map((on) => sum(on.map((pull) => pull.weight)))
  const places = [...anchors]
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (const [self, on] of pulls.entries()) {
      const weight = weights[self]!
      const hold = Math.max(1, weight) * anchor
      let wanted = hold * anchors[self]!
      for (const pull of on) wanted += pull.weight * (places[pull.other]! + pull.step)
      places[self] = wanted / (weight + hold)
    }
  }
  const [low, high] = [Math.min(...places), Math.max(...places)]
  return new Map(sorted.map((row, place) => [row.touchpoint, steady(high > low ? (places[place]! - low) / (high - low) : 0)]))
}

interface Pull {
  readonly other: number
  /** Where it wants this touchpoint, from the other: one step after it or before it. */
  readonly step: 1 | -1
  readonly weight: number
}

function pullsOn(index: ReadonlyMap<string, number>, transitions: readonly TransitionRow[]): readonly (readonly Pull[])[] {
  const pulls: Pull[][] = Array.from(index, () => [])
  const sorted = [...transitions].sort(
    byFirst(
      (a, b) => byText(a.from, b.from),
      (a, b) => byText(a.to, b.to),
    ),
  )
  for (const { from, to, count } of sorted) {
    const [a, b] = [index.get(from), index.get(to)]
    if (a === undefined || b === undefined || a === b) continue
    pulls[b]!.push({ other: a, step: 1, weight: count })
    pulls[a]!.push({ other: b, step: -1, weight: count })
  }
  return pulls
}

/** Six digits: what is closer than that is the same place. */
const steady = (place: number) => Math.round(place * 1e6) / 1e6
