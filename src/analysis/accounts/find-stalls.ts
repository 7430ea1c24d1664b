import type { TouchpointRow, TransitionRow } from '../../journey/answer.ts'
import type { StallRow } from '../../journey/methods/accounts.ts'
import { benjaminiHochberg } from '../statistics/benjamini-hochberg.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import { wilson } from '../statistics/wilson.ts'

export interface Stalling {
  readonly touchpoints: readonly TouchpointRow[]
  /** With `slow`, where there is a limit. */
  readonly transitions: readonly TransitionRow[]
  readonly goal: readonly string[]
}

/**
 * After which touchpoint accounts stop or wait longest, each beside all the other touchpoints together, worst first: by the
 * accounts stopped and the slow passages beyond what the others' shares would give. Touchpoints of the goal are left out.
 */
export function findStalls({ touchpoints, transitions, goal }: Stalling): readonly StallRow[] {
  const compared = touchpoints.filter((row) => !goal.includes(row.touchpoint) && row.journeys > 0)
  const total = (value: (row: TouchpointRow) => number): number => compared.reduce((sum, row) => sum + value(row), 0)
  const visits = total((row) => row.journeys)
  const stops = total((row) => row.exits)
  const out = Map.groupBy(transitions, (row) => row.from)
  const waitsOf = (name: string): { readonly count: number; readonly n: number } => {
    const rows = out.get(name) ?? []
    return { count: rows.reduce((sum, row) => sum + (row.slow ?? 0), 0), n: rows.reduce((sum, row) => sum + row.count, 0) }
  }
  const all = compared
    .map((row) => waitsOf(row.touchpoint))
    .reduce((a, b) => ({ count: a.count + b.count, n: a.n + b.n }), { count: 0, n: 0 })
  const rows = compared.flatMap((row) => {
    const own = { count: row.exits, n: row.journeys }
    const others = { count: stops - own.count, n: visits - own.n }
    const stop = compareShares(own, others)
    const share = wilson(own.count, own.n)
    if (!stop || !share) return []
    const wait = waitsOf(row.touchpoint)
    const slow = compareShares(wait, { count: all.count - wait.count, n: all.n - wait.n })
    return [{ row, own, others, stop, share, wait, slow, excess: stop.value * own.n + (slow ? slow.value * wait.n : 0) }]
  })
  const stopPs = benjaminiHochberg(rows.map(({ stop }) => stop.p))
  const slowPs = benjaminiHochberg(rows.map(({ slow }) => slow?.p ?? 1))
  return rows
    .map(({ row, own, others, stop, share, wait, slow, excess }, index) => ({
      excess,
      stall: {
        touchpoint: row.touchpoint,
        visits: own.n,
        stops: own.count,
        stopShare: share,
        othersStop: others.count / others.n,
        stopDifference: { value: stop.value, low: stop.low, high: stop.high },
        stopP: stopPs[index] ?? 1,
        waits: wait.n,
        slow: wait.count,
        slowShare: wilson(wait.count, wait.n) ?? null,
        slowDifference: slow ? { value: slow.value, low: slow.low, high: slow.high } : null,
        slowP: slow ? (slowPs[index] ?? 1) : null,
        p50ToNext: row.p50ToNext,
      },
    }))
    .toSorted((a, b) => b.excess - a.excess || (a.stall.touchpoint < b.stall.touchpoint ? -1 : 1))
    .map(({ stall }) => stall)
}
