import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import { byFirst, byText, sum } from '../by-order.ts'
import { cutLine } from './cut-line.ts'
import { frequentLoops } from './frequent-loops.ts'
import { nameStages } from './name-stages.ts'
import type { StageDraft } from './plan-stages.ts'
import { byPosition } from './touchpoint-order.ts'

/** Touchpoints that stay together, at one place on the line from a journey's start to its end. */
interface Item {
  readonly rows: readonly TouchpointRow[]
  readonly at: number
  readonly weight: number
}

/**
 * Three to seven stages from order and position. Touchpoints between which journeys go round stay together; the line of
 * their mean first positions, mended where transitions clearly run the other way, is cut where the gaps are.
 * Touchpoints outside `important` do not shape the stages; they join the nearest one.
 */
export function inferStages(
  rows: readonly TouchpointRow[],
  transitions: readonly TransitionRow[],
  important: ReadonlySet<string>,
): readonly StageDraft[] {
  if (rows.length === 0)
    return [{ name: 'Journey', purpose: 'Nothing is recorded yet.', rule: 'By order of occurrence.', rows: [], byOrder: [] }]
  const shaping = rows.filter((row) => important.has(row.touchpoint))
  const line = mendOrder(items(shaping, transitions), transitions)
  const cuts = cutLine(rising(line), 3, 7)
  const segments = cuts.map((cut, index) => line.slice(cut, cuts[index + 1]).flatMap((item) => item.rows))
  const minor = rows.filter((row) => !important.has(row.touchpoint)).sort(byPosition)
  const full = segments.map((segment, index) => [...segment, ...minor.filter((row) => nearest(segments, row.position) === index)])
  return nameStages(full)
}

function items(rows: readonly TouchpointRow[], transitions: readonly TransitionRow[]): readonly Item[] {
  const byName = new Map(rows.map((row) => [row.touchpoint, row]))
  return frequentLoops([...byName.keys()], transitions)
    .map((names): Item => {
      const members = names.flatMap((name) => byName.get(name) ?? []).sort(byPosition)
      const weight = sum(members.map((row) => row.occurrences))
      return { rows: members, weight, at: sum(members.map((row) => row.position * row.occurrences)) / Math.max(1, weight) }
    })
    .sort(
      byFirst(
        (a, b) => a.at - b.at,
        (a, b) => byText(a.rows[0]?.touchpoint ?? '', b.rows[0]?.touchpoint ?? ''),
      ),
    )
}

/** Neighbours closer than a twentieth of the line change places when at least twice as many passages run the other way. */
function mendOrder(sorted: readonly Item[], transitions: readonly TransitionRow[]): readonly Item[] {
  const line = [...sorted]
  const itemOf = new Map(line.flatMap((item) => item.rows.map((row) => [row.touchpoint, item] as const)))
  const passages = (from: Item, to: Item) =>
    sum(transitions.filter((t) => itemOf.get(t.from) === from && itemOf.get(t.to) === to).map((t) => t.count))
  for (let pass = 0; pass < line.length; pass++) {
    let moved = false
    for (let i = 0; i + 1 < line.length; i++) {
      const [a, b] = [line[i]!, line[i + 1]!]
      if (Math.abs(b.at - a.at) >= 0.05 || b.at < a.at) continue
      const back = passages(b, a)
      if (back === 0 || back < 2 * passages(a, b)) continue
      line[i] = b
      line[i + 1] = a
      moved = true
    }
    if (!moved) break
  }
  return line
}

/** Places along the line that never fall, which a mended order needs for the cuts to make sense. */
function rising(line: readonly Item[]) {
  let highest = 0
  return line.map(({ at, weight }) => {
    highest = Math.max(highest, at)
    return { at: highest, weight: Math.sqrt(weight) }
  })
}

function nearest(segments: readonly (readonly TouchpointRow[])[], position: number): number {
  const distances = segments.map((rows) => Math.abs(sum(rows.map((row) => row.position)) / rows.length - position))
  return distances.indexOf(Math.min(...distances))
}
