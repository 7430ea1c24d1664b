import { t95, tTwoSided } from '../statistics/student-t.ts'
import { z95, type Estimate } from '../statistics/z95.ts'

/** How far one group of answers lies below another, each compared only with answers of its own stratum. */
export interface StrataDifference extends Estimate {
  readonly p: number
  readonly t: number
  /** Answers that had somebody to be compared with. */
  readonly n: number
  readonly rest: number
  readonly mean: number
  readonly restMean: number
}

export interface Strata {
  readonly value: Float64Array
  readonly stratum: Int32Array
}

interface Cell {
  n: number
  sum: number
  squares: number
}

/**
 * Mean of `rest` less mean of `group`, inside strata: the weighted mean of the strata's differences (weights n₁n₂/(n₁+n₂)),
 * with a pooled variance and Student's t. Positive: the group is worse. Undefined when nothing can be compared.
 */
export function compareStrata({ value, stratum }: Strata, group: readonly number[], rest: readonly number[]): StrataDifference | undefined {
  const ours = cells(value, stratum, group)
  const theirs = cells(value, stratum, rest)
  let weights = 0
  let weighted = 0
  let squares = 0
  let n = 0
  let others = 0
  let shared = 0
  let sum = 0
  for (const [id, a] of ours) {
    const b = theirs.get(id)
    if (!b) continue
    const weight = (a.n * b.n) / (a.n + b.n)
    weights += weight
    weighted += weight * (b.sum / b.n - a.sum / a.n)
    squares += Math.max(0, a.squares - (a.sum * a.sum) / a.n) + Math.max(0, b.squares - (b.sum * b.sum) / b.n)
    n += a.n
    others += b.n
    sum += a.sum
    shared += 1
  }
  const df = n + others - 2 * shared
  if (weights === 0 || df < 2 || squares <= 1e-12) return undefined
  const difference = weighted / weights
  const error = Math.sqrt(squares / df / weights)
  const half = (df > 200 ? z95 : t95(df)) * error
  const t = difference / error
  const mean = sum / n
  return {
    value: difference,
    low: difference - half,
    high: difference + half,
    t,
    p: tTwoSided(t, df),
    n,
    rest: others,
    mean,
    restMean: mean + difference,
  }
}

function cells(value: Float64Array, stratum: Int32Array, members: readonly number[]): ReadonlyMap<number, Cell> {
  const found = new Map<number, Cell>()
  for (const index of members) {
    const id = stratum[index] ?? 0
    const x = value[index] ?? 0
    const cell = found.get(id)
    if (cell) {
      cell.n += 1
      cell.sum += x
      cell.squares += x * x
    } else found.set(id, { n: 1, sum: x, squares: x * x })
  }
  return found
}
