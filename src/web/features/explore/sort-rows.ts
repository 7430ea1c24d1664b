/** Sorts by a key as the address writes it: "journeys" ascending, "-journeys" descending. Missing values come last; ties keep their order. */
export function sortRows<Row extends object>(rows: readonly Row[], sort: string): readonly Row[] {
  const down = sort.startsWith('-')
  const key = (down ? sort.slice(1) : sort) as keyof Row
  return rows.toSorted((a, b) => {
    const [x, y] = [a[key] as unknown, b[key] as unknown]
    if (x === y) return 0
    if (x === null || x === undefined) return 1
    if (y === null || y === undefined) return -1
    return (x < y ? -1 : 1) * (down ? -1 : 1)
  })
}

/** What a press on a column's head does: first the wished direction, then the other. */
export const nextSort = (now: string, key: string, first: 'up' | 'down'): string => {
  const wished = first === 'down' ? `-${key}` : key
  const other = first === 'down' ? key : `-${key}`
  return now === wished ? other : wished
}
