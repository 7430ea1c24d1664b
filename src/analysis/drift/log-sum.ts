const tabled = 1 << 17
let table: Float64Array | undefined

/** n ln n; read from a table where n is a small whole number, because a test asks it millions of times. */
function nLogN(n: number): number {
  if (n <= 1) return 0
  table ??= Float64Array.from({ length: tabled }, (_, k) => (k === 0 ? 0 : k * Math.log(k)))
  return n < tabled && Number.isInteger(n) ? table[n]! : n * Math.log(n)
}

/** Largest log-likelihood of multinomial counts, without the constant that cancels: Σ n ln(n / N). */
export function logSum(counts: Float64Array): number {
  let total = 0
  let sum = 0
  for (let c = 0; c < counts.length; c++) {
    total += counts[c]!
    sum += nLogN(counts[c]!)
  }
  return sum - nLogN(total)
}
