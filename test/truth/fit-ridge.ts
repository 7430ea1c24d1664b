import type { Head } from '../../src/analysis/words/score-by-head.ts'

/** Least squares with a penalty on the size of the weights, not on the intercept; solved by Cholesky. */
export function fitRidge(rows: readonly Float64Array[], targets: readonly number[], penalty: number): Head {
  const size = rows[0]!.length
  const means = new Float64Array(size)
  for (const row of rows) for (let at = 0; at < size; at += 1) means[at]! += row[at]! / rows.length
  const level = targets.reduce((sum, value) => sum + value, 0) / rows.length
  const gram = new Float64Array(size * size)
  const right = new Float64Array(size)
  const centred = new Float64Array(size)
  rows.forEach((row, index) => {
    for (let at = 0; at < size; at += 1) centred[at] = row[at]! - means[at]!
    const target = targets[index]! - level
    for (let at = 0; at < size; at += 1) {
      const value = centred[at]!
      right[at]! += value * target
      for (let other = 0; other <= at; other += 1) gram[at * size + other]! += value * centred[other]!
    }
  })
  for (let at = 0; at < size; at += 1) gram[at * size + at]! += penalty
  const weights = solve(gram, right)
  return { weights, intercept: level - weights.reduce((sum, weight, at) => sum + weight * means[at]!, 0) }
}

function solve(gram: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  for (let at = 0; at < size; at += 1) {
    for (let other = 0; other <= at; other += 1) {
      let sum = gram[at * size + other]!
      for (let k = 0; k < other; k += 1) sum -= gram[at * size + k]! * gram[other * size + k]!
      gram[at * size + other] = at === other ? Math.sqrt(sum) : sum / gram[other * size + other]!
    }
  }
  const solved = Float64Array.from(right)
  for (let at = 0; at < size; at += 1) {
    for (let k = 0; k < at; k += 1) solved[at]! -= gram[at * size + k]! * solved[k]!
    solved[at]! /= gram[at * size + at]!
  }
  for (let at = size - 1; at >= 0; at -= 1) {
    for (let k = at + 1; k < size; k += 1) solved[at]! -= gram[k * size + at]! * solved[k]!
    solved[at]! /= gram[at * size + at]!
  }
  return solved
}
