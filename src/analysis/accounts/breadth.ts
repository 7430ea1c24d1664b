import type { AccountBreadthRow } from '../../journey/answer.ts'
import type { ShareEstimate } from '../../journey/estimate.ts'
import type { BreadthRow } from '../../journey/methods/accounts.ts'
import { compareShares } from '../statistics/two-proportions.ts'
import { wilson } from '../statistics/wilson.ts'

/** The goal's share by how many people took part, and that of accounts with two or more less that of accounts with one. */
export function breadthAgainstGoal(rows: readonly AccountBreadthRow[]): {
  readonly breadth: readonly BreadthRow[]
  readonly broadDifference: ShareEstimate | null
} {
  const sum = (wanted: (people: number) => boolean): { readonly count: number; readonly n: number } => {
    const some = rows.filter((row) => wanted(row.people))
    const count = some.reduce((all, row) => all + row.reachedGoal, 0)
    return { count, n: count + some.reduce((all, row) => all + row.lost, 0) }
  }
  const found = compareShares(
    sum((people) => people > 1),
    sum((people) => people === 1),
  )
  return {
    breadth: rows.map((row) => ({ ...row, goal: wilson(row.reachedGoal, row.reachedGoal + row.lost) ?? null })),
    broadDifference: found ? { value: found.value, low: found.low, high: found.high } : null,
  }
}
