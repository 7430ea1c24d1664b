/** Numbers 0 to 1 from a seed, so that a failing round can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** A CSV of `rows` events that no other `batch` holds; each customer has a hundred of them. */
export function batchCsv(batch: number, rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const at = new Date(Date.UTC(2025, 0, 1) + (batch * rows + i) * 1000).toISOString()
    return `b${batch}-${Math.floor(i / 100)},${['Home', 'Search', 'Product', 'Cart', 'Pay'][i % 5]},${at}`
  })
  return `customer,touchpoint,time\n${lines.join('\n')}\n`
}

export const batchColumns = 'customer=customer,touchpoint=touchpoint,time=time'
