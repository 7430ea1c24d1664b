import type { Strata } from './compare-strata.ts'

export interface AdjustedEffect {
  /** How far the group lies below the rest inside strata, with the other differences held equal. */
  readonly value: number
  readonly error: number
  readonly n: number
}

/**
 * The group's difference from the rest inside strata, adjusted for other things that some of both have met (flags 0 or 1 by answer):
 * least squares on values and flags less their stratum's mean. Undefined where the group cannot be told from the flags.
 */
export function adjustedEffect(
  { value, stratum }: Strata,
  { group, rest, flags }: { readonly group: readonly number[]; readonly rest: readonly number[]; readonly flags: readonly Uint8Array[] },
): AdjustedEffect | undefined {
  const rows = [
    ...group.map((index) => ({ stratum: stratum[index] ?? 0, x: [1, ...flags.map((flag) => flag[index] ?? 0)], y: value[index] ?? 0 })),
    ...rest.map((index) => ({ stratum: stratum[index] ?? 0, x: [0, ...flags.map((flag) => flag[index] ?? 0)], y: value[index] ?? 0 })),
  ]
  const centred = [...Map.groupBy(rows, (row) => row.stratum).values()]
    .filter((inside) => varies(inside.map(({ x }) => x[0] ?? 0)))
    .flatMap(centre)
  const n = centred.filter(({ own }) => own).length
  const size = flags.length + 1
  const matrix = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (_, j) => total(centred, ({ x }) => (x[i] ?? 0) * (x[j] ?? 0)) + (i === j ? 1e-9 : 0)),
    total(centred, ({ x, y }) => (x[i] ?? 0) * y),
    i === 0 ? 1 : 0,
  ])
  const own = matrix[0]?.[0] ?? 0
  if (n === 0 || own < 1e-6) return undefined
  const solved = solve(matrix)
  const inverse = solved[0]?.[size + 1] ?? 0
  if (!(inverse > 0) || inverse * own > 50) return undefined
  const slope = solved.map((row) => row[size] ?? 0)
  const squares = total(centred, ({ x, y }) => (y - x.reduce((all, one, k) => all + one * (slope[k] ?? 0), 0)) ** 2)
  return { value: -(slope[0] ?? 0), error: Math.sqrt((squares / Math.max(1, centred.length - size)) * inverse), n }
}

interface Row {
  readonly x: readonly number[]
  readonly y: number
}

const varies = (values: readonly number[]) => values.some((value) => value !== values[0])
const total = <Item>(items: readonly Item[], of: (item: Item) => number) => items.reduce((all, item) => all + of(item), 0)

function centre(rows: readonly Row[]): readonly (Row & { readonly own: boolean })[] {
  const width = rows[0]?.x.length ?? 0
  const means = Array.from({ length: width }, (_, k) => total(rows, ({ x }) => x[k] ?? 0) / rows.length)
  const mean = total(rows, ({ y }) => y) / rows.length
  return rows.map(({ x, y }) => ({ own: x[0] === 1, x: x.map((one, k) => one - (means[k] ?? 0)), y: y - mean }))
}

/** Gauss and Jordan with the largest pivot; the columns after the square one are right-hand sides. */
function solve(matrix: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const rows = matrix.map((row) => [...row])
  for (let at = 0; at < rows.length; at++) {
    const best = rows.slice(at).reduce((most, row, k) => (Math.abs(row[at] ?? 0) > Math.abs(rows[most]?.[at] ?? 0) ? at + k : most), at)
    ;[rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []]
    const pivot = rows[at]?.[at] ?? 0
    const scaled = (rows[at] ?? []).map((cell) => cell / (pivot || 1e-12))
    rows[at] = scaled
    rows.forEach((row, k) => {
      const factor = row[at] ?? 0
      if (k !== at && factor !== 0) rows[k] = row.map((cell, column) => cell - factor * (scaled[column] ?? 0))
    })
  }
  return rows
}
