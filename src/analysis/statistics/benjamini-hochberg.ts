/**
 * p-values corrected for having looked at all of them at once (Benjamini and Hochberg 1995), in the order given.
 * Keeping those at or below q holds the expected share of false findings at or below q.
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  const m = pValues.length
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => b.p - a.p || b.index - a.index)
  const corrected = new Array<number>(m).fill(1)
  let least = 1
  order.forEach(({ p, index }, place) => {
    least = Math.min(least, p * (m / (m - place)))
    corrected[index] = least
  })
  return corrected
}
