import type { ChannelVisitRow, HandOffRow } from '../../journey/answer.ts'
import type { ChannelsRow, HandOffOutcome, HandOffPlace } from '../../journey/methods/channels.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import { wilson } from '../statistics/wilson.ts'

/**
 * Each switch of channel beside those who go on in its first channel and never leave it: the goal's share of both with Wilson
 * intervals, their difference with Newcombe's. Journeys still open count in neither. Nobody is in both groups.
 */
export function compareHandOffs(handOffs: readonly HandOffRow[], channels: readonly ChannelVisitRow[]): readonly ChannelsRow[] {
  const byChannel = new Map(channels.map((row) => [row.channel, row]))
  const rows = handOffs
    .filter((row) => row.fromTouchpoint === undefined)
    .map((row) => {
      const from = byChannel.get(row.from)
      const stayed = { count: from?.stayedGoal ?? 0, n: (from?.stayedGoal ?? 0) + (from?.stayedLost ?? 0) }
      const found = compareShares({ count: row.reachedGoal, n: row.reachedGoal + row.lost }, stayed)
      return { outcome: handOffOutcome(row), staying: wilson(stayed.count, stayed.n) ?? null, found }
    })
  const corrected = benjaminiHochberg(rows.flatMap(({ found }) => (found ? [found.p] : [])))
  let next = 0
  return rows.map(({ outcome, staying, found }) => ({
    ...outcome,
    staying,
    difference: found ? { value: found.value, low: found.low, high: found.high } : null,
    p: found ? (corrected[next++] ?? null) : null,
  }))
}

/** Where the switches happen; `top` places, and the sum of the others. */
export function placesOf(
  handOffs: readonly HandOffRow[],
  top: number,
): { readonly places: readonly HandOffPlace[]; readonly otherPlaces: { readonly places: number; readonly count: number } } {
  const all = handOffs.flatMap((row): HandOffPlace[] =>
    row.fromTouchpoint === undefined || row.toTouchpoint === undefined
      ? []
      : [{ ...handOffOutcome(row), fromTouchpoint: row.fromTouchpoint, toTouchpoint: row.toTouchpoint }],
  )
  const rest = all.slice(top)
  return { places: all.slice(0, top), otherPlaces: { places: rest.length, count: rest.reduce((sum, row) => sum + row.count, 0) } }
}

function handOffOutcome(row: HandOffRow): HandOffOutcome {
  const { from, to, count, journeys, p50, reachedGoal, lost, ended, scores, meanScore } = row
  const goal = wilson(reachedGoal, reachedGoal + lost) ?? null
  return { from, to, count, journeys, p50, reachedGoal, lost, ended, goal, support: row.later ?? 0, scores, meanScore }
}
